import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, fireEvent, screen } from '@testing-library/react';
import { Loaded } from './Loaded';
import { OutageBoundary } from './OutageBoundary';
import { useLoaded } from './useLoaded';

let answer: (part: string) => Promise<string>;

function Part({ name }: { readonly name: string }) {
  const result = useLoaded(() => answer(name), [name]);
  return (
    <Loaded result={result} errorTitle={`No ${name}.`} height={40}>
      {text => <p>{text}</p>}
    </Loaded>
  );
}

const renderPage = () =>
  renderInTestApp(
    <OutageBoundary>
      <Part name="scores" />
      <Part name="feedback" />
    </OutageBoundary>,
  );

const statusError = (statusCode: number) =>
  Object.assign(new Error(`Failed with ${statusCode}`), { statusCode });

describe('a backend that can’t be reached', () => {
  it('is said once for all of a page, and tried again together', async () => {
    answer = async () => {
      throw new TypeError('Failed to fetch');
    };
    renderPage();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The backend cannot be reached right now.');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.queryByText(/No scores|Failed to fetch/)).toBeNull();
    answer = async part => `The ${part}`;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The scores')).toBeInTheDocument();
    expect(await screen.findByText('The feedback')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is told from what a part alone has failed with', async () => {
    answer = async part => {
      if (part === 'scores') throw statusError(503);
      throw statusError(500);
    };
    renderPage();
    expect(await screen.findByText('No feedback.')).toBeInTheDocument();
    expect(await screen.findAllByRole('alert')).toHaveLength(2);
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(
      2,
    );
  });

  it.each([403, 404])(
    'is not to be tried again where it said %d',
    async status => {
      answer = async () => {
        throw statusError(status);
      };
      renderInTestApp(<Part name="scores" />);
      expect(await screen.findByText('No scores.')).toBeInTheDocument();
      expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    },
  );

  it('is said in words where a part stands alone', async () => {
    answer = async () => {
      throw new TypeError('Failed to fetch');
    };
    renderInTestApp(<Part name="scores" />);
    await act(async () => {});
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No scores.The backend cannot be reached right now.',
    );
  });
});
