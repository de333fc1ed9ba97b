import { useState } from 'react';
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
        <Loaded result={result} errorTitle="No greeting." height={100}>
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

  it('says what failed, also while it tries again', async () => {
    const { resolve, reject } = renderLoaded();
    await reject('The database is away.');
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('No greeting.The database is away.');
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

  it('keeps what was loaded where it can’t be loaded again', async () => {
    const { resolve, reject } = renderLoaded();
    await resolve('Good morning');
    reload();
    await reject('The database is away.');
    expect(screen.getByText('Good morning')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'No greeting.The database is away.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await resolve('Good evening');
    expect(screen.getByText('Good evening')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('useLoaded', () => {
  /** Loads the name of something, of a kind. */
  function renderNamed() {
    const answers = new Map<string, (text: string) => void>();
    function Page() {
      const [asked, ask] = useState({ kind: 'fruit', name: 'apple' });
      const { value } = useLoaded(
        () =>
          new Promise<string>(resolve => {
            answers.set(asked.name, resolve);
          }),
        [asked],
        [asked.kind],
      );
      return (
        <>
          <button onClick={() => ask({ kind: 'fruit', name: 'pear' })}>
            Pear
          </button>
          <button onClick={() => ask({ kind: 'tree', name: 'oak' })}>
            Oak
          </button>
          <p>{value ?? 'nothing'}</p>
        </>
      );
    }
    renderInTestApp(<Page />);
    return (name: string) => act(async () => answers.get(name)!(`An ${name}`));
  }

  it('keeps what is of the same subject, and nothing of another', async () => {
    const answer = renderNamed();
    await answer('apple');
    fireEvent.click(screen.getByText('Pear'));
    expect(screen.getByText('An apple')).toBeInTheDocument();
    fireEvent.click(screen.getByText('Oak'));
    expect(screen.getByText('nothing')).toBeInTheDocument();
    await answer('pear');
    expect(screen.getByText('nothing')).toBeInTheDocument();
    await answer('oak');
    expect(screen.getByText('An oak')).toBeInTheDocument();
  });
});
