import { useState } from 'react';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fill } from '../__testUtils__/actions';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { FormDialog } from './FormDialog';
import { TextField } from './TextField';
import { useSubmit } from './useSubmit';

/** A dialog for a greeting; each try to send it is the test's to end. */
function renderGreeting(options: { readonly canSubmit?: boolean } = {}) {
  const tries: {
    key: string;
    text: string;
    resolve(): void;
    reject(error: Error): void;
  }[] = [];
  const events: string[] = [];
  let hide: () => void;
  function Page() {
    const [isShown, setShown] = useState(true);
    hide = () => setShown(false);
    return isShown ? <Greeting /> : null;
  }
  function Greeting() {
    const [text, setText] = useState('Good morning');
    const submission = useSubmit({
      content: text,
      doneText: 'Greeted.',
      submit: key =>
        new Promise<void>((resolve, reject) => {
          tries.push({ key, text, resolve, reject });
        }),
      onClose: () => events.push('closed'),
      onDone: () => events.push('done'),
    });
    return (
      <FormDialog
        title="Greet"
        intro="Everybody hears it."
        submitText="Send"
        submission={submission}
        onClose={() => events.push('left')}
        {...options}
      >
        <TextField label="Greeting" value={text} onChange={setText} />
      </FormDialog>
    );
  }
  renderWithApi(<Page />, {});
  return {
    tries,
    events,
    leave: () => act(async () => hide()),
    resolve: () => act(async () => tries.at(-1)!.resolve()),
    reject: (text: string) =>
      act(async () => tries.at(-1)!.reject(new Error(text))),
    fail: (error: Error) => act(async () => tries.at(-1)!.reject(error)),
  };
}

const send = () => screen.findByRole('button', { name: 'Send' });
const form = () => screen.getByLabelText('Greeting').closest('form')!;

describe('a dialog that does one thing', () => {
  it('opens on its first field', async () => {
    renderGreeting();
    await waitFor(() =>
      expect(screen.getByLabelText('Greeting')).toHaveFocus(),
    );
  });

  it('is named, says what it is for, and does it once for two clicks', async () => {
    const { tries, events, resolve } = renderGreeting();
    const button = await send();
    expect(screen.getByRole('dialog', { name: 'Greet' })).toHaveTextContent(
      'Everybody hears it.',
    );
    fireEvent.click(button);
    fireEvent.click(button);
    fireEvent.submit(form());
    expect(button).toHaveAttribute('data-pending', 'true');
    expect(tries).toHaveLength(1);
    expect(events).toEqual([]);
    await resolve();
    expect(await screen.findByText('Greeted.')).toBeInTheDocument();
    expect(events).toEqual(['closed', 'done']);
  });

  it('keeps what was typed when it fails, says why, and tries again as the same act', async () => {
    const { tries, events, reject, resolve } = renderGreeting();
    fill(await screen.findByLabelText('Greeting'), 'Good evening');
    fireEvent.click(await send());
    await reject('The database is away');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(screen.getByLabelText('Greeting')).toHaveValue('Good evening');
    expect(events).toEqual([]);
    expect(screen.queryByText('Greeted.')).not.toBeInTheDocument();
    fireEvent.click(await send());
    await resolve();
    expect(tries.map(({ text }) => text)).toEqual([
      'Good evening',
      'Good evening',
    ]);
    expect(tries[0].key).toMatch(/^.{8,}$/);
    expect(tries[1].key).toBe(tries[0].key);
    await waitFor(() => expect(events).toEqual(['closed', 'done']));
  });

  it('says in words that the backend is away, and not what a browser calls it', async () => {
    const { fail } = renderGreeting();
    fireEvent.click(await send());
    await fail(new TypeError('Failed to fetch'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The backend cannot be reached right now.');
    expect(alert).not.toHaveTextContent('Failed to fetch');
  });

  it('takes another content for another act', async () => {
    const { tries, reject } = renderGreeting();
    fireEvent.click(await send());
    await reject('Too early');
    fill(screen.getByLabelText('Greeting'), 'Good evening');
    fireEvent.click(await send());
    expect(tries[1].key).not.toBe(tries[0].key);
  });

  it('sends on Enter, as forms do', async () => {
    const { tries } = renderGreeting();
    await send();
    fireEvent.submit(form());
    expect(tries).toHaveLength(1);
  });

  it('sends on Enter in a field', async () => {
    const { tries } = renderGreeting();
    await userEvent.type(await screen.findByLabelText('Greeting'), '!{Enter}');
    expect(tries.map(({ text }) => text)).toEqual(['Good morning!']);
  });

  it('keeps the focus while it is there, and gives it back', async () => {
    function Page() {
      const [isOpen, setOpen] = useState(false);
      return (
        <>
          <button onClick={() => setOpen(true)}>Begin</button>
          {isOpen && (
            <FormDialog
              title="Greet"
              intro="Everybody hears it."
              submitText="Send"
              submission={{ loading: false, isDirty: false, run: () => {} }}
              onClose={() => setOpen(false)}
            />
          )}
        </>
      );
    }
    renderWithApi(<Page />, {});
    const begin = await screen.findByRole('button', { name: 'Begin' });
    begin.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Greet' });
    await waitFor(() =>
      expect(dialog).toContainElement(document.activeElement as HTMLElement),
    );
    for (let tabs = 0; tabs < 5; tabs++) {
      expect(dialog).toContainElement(document.activeElement as HTMLElement);
      await userEvent.tab();
    }
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(begin).toHaveFocus());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('sends nothing that may not be sent', async () => {
    const { tries } = renderGreeting({ canSubmit: false });
    expect(await send()).toBeDisabled();
    fireEvent.submit(form());
    expect(tries).toEqual([]);
  });

  it('asks before Escape discards what was typed', async () => {
    const { events } = renderGreeting();
    fill(await screen.findByLabelText('Greeting'), 'Good evening');
    const escape = () =>
      fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    escape();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Discard what you have written?',
    );
    fireEvent.click(screen.getByText('Keep writing'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Greeting')).toHaveValue('Good evening');
    expect(events).toEqual([]);
    escape();
    fireEvent.click(screen.getByText('Discard'));
    expect(events).toEqual(['left']);
  });

  it('leaves another dialog alone once it is gone, and still says what came of it', async () => {
    const { tries, events, leave } = renderGreeting();
    fireEvent.click(await send());
    await leave();
    await act(async () => tries[0].resolve());
    expect(await screen.findByText('Greeted.')).toBeInTheDocument();
    expect(events).toEqual(['done']);
  });

  it('says that it failed once it is gone', async () => {
    const { tries, events, leave } = renderGreeting();
    fireEvent.click(await send());
    await leave();
    await act(async () => tries[0].reject(new Error('The database is away')));
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(events).toEqual([]);
  });

  it('is left by Escape and by Cancel without sending', async () => {
    const { tries, events } = renderGreeting();
    fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape' });
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(events).toEqual(['left', 'left']);
    expect(tries).toEqual([]);
  });
});

describe('an idempotency key', () => {
  it('is there without https, too', async () => {
    const { randomUUID } = window.crypto;
    Object.assign(window.crypto, { randomUUID: undefined });
    try {
      const { tries } = renderGreeting();
      fireEvent.click(await send());
      expect(tries[0].key).toMatch(/^\d+-[a-z0-9]{5,}$/);
    } finally {
      Object.assign(window.crypto, { randomUUID });
    }
  });
});
