import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, fireEvent, screen } from '@testing-library/react';
import { Loaded } from './Loaded';
import { useLoaded } from './useLoaded';

/** Loads a text, whose fate the test decides, one try after the other. */
function renderLoaded() {
  const tries: { resolve(text: string): void; reject(error: Error): void }[] =
    [];
  function Page() {
    const result = useLoaded(
      () =>
        new Promise<string>((resolve, reject) => {
          tries.push({ resolve, reject });
        }),
      [],
    );
    return (
      <>
        <button onClick={result.reload}>Reload</button>
        <Loaded
          result={result}
          errorTitle="No greeting."
          stillWorks="All else works."
          height={100}
        >
          {text => <p>{text}</p>}
        </Loaded>
      </>
    );
  }
  renderInTestApp(<Page />);
  return {
    resolve: (text: string) => act(async () => tries.at(-1)!.resolve(text)),
    reject: (text: string) =>
      act(async () => tries.at(-1)!.reject(new Error(text))),
  };
}

const reload = () => fireEvent.click(screen.getByText('Reload'));
const loading = () => screen.queryByRole('status', { name: 'Loading' });

describe('Loaded', () => {
  it('keeps the room of what is loading, and then what was loaded', async () => {
    const { resolve } = renderLoaded();
    expect(loading()).toHaveAttribute('aria-busy', 'true');
    await resolve('Good morning');
    expect(screen.getByText('Good morning')).toBeInTheDocument();
    reload();
    expect(screen.getByText('Good morning')).toBeInTheDocument();
    expect(loading()).toBeNull();
    await resolve('Good evening');
    expect(screen.getByText('Good evening')).toBeInTheDocument();
  });

  it('says what failed and what works, also while it tries again', async () => {
    const { resolve, reject } = renderLoaded();
    await reject('The database is away.');
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent(
      'No greeting.The database is away. All else works.',
    );
    expect(loading()).toBeNull();
    const retry = screen.getByRole('button', { name: 'Try again' });
    retry.focus();
    fireEvent.click(retry);
    expect(loading()).toBeInTheDocument();
    expect(retry).toHaveFocus();
    await resolve('Good morning');
    expect(screen.getByText('Good morning')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
