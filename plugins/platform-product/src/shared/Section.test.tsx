import { useState } from 'react';
import {
  act,
  fireEvent,
  render,
  screen,
  waitFor,
} from '@testing-library/react';
import { Section } from './Section';

function Part() {
  const [isThere, setThere] = useState(true);
  return (
    <>
      <Section title="To do">
        {isThere && (
          <button type="button" onClick={() => setThere(false)}>
            Do it
          </button>
        )}
        <button type="button">Do another</button>
      </Section>
      <button type="button" onClick={() => setThere(false)}>
        Elsewhere
      </button>
    </>
  );
}

const focus = (name: string) => act(() => screen.getByText(name).focus());

it('keeps the focus near what had it and is gone', async () => {
  render(<Part />);
  focus('Do it');
  fireEvent.click(screen.getByText('Do it'));
  await waitFor(() =>
    expect(screen.getByRole('heading', { name: 'To do' })).toHaveFocus(),
  );
});

it('takes it back from a dialog whose button is gone', async () => {
  render(
    <>
      <Part />
      <div role="dialog">
        <button type="button">In the dialog</button>
      </div>
    </>,
  );
  focus('Do it');
  focus('In the dialog');
  act(() => screen.getByText('In the dialog').blur());
  fireEvent.click(screen.getByText('Elsewhere'));
  await waitFor(() =>
    expect(screen.getByRole('heading', { name: 'To do' })).toHaveFocus(),
  );
});

it('leaves the focus where it has gone to meanwhile', async () => {
  render(<Part />);
  focus('Do it');
  focus('Elsewhere');
  fireEvent.click(screen.getByText('Elsewhere'));
  await act(async () => {});
  expect(screen.queryByText('Do it')).not.toBeInTheDocument();
  expect(screen.getByText('Elsewhere')).toHaveFocus();
});

it('takes no focus for what others do', async () => {
  render(<Part />);
  fireEvent.click(screen.getByText('Elsewhere'));
  await act(async () => {});
  expect(document.body).toHaveFocus();
});
