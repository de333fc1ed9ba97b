import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { NativeField } from './NativeField';
import { SelectField } from './SelectField';
import { SeveralField } from './SeveralField';
import { TextArea } from './TextArea';
import { TextField } from './TextField';

describe.each([
  ['a line of text', TextField],
  [
    'a text',
    (props: Parameters<typeof TextField>[0]) => (
      <TextArea {...props} rows={2} />
    ),
  ],
])('%s', (_, Field) => {
  function Page() {
    const [text, setText] = useState('');
    return (
      <Field
        label="Name"
        help="As others know it."
        problem={text === 'x' ? 'Too short.' : undefined}
        value={text}
        onChange={setText}
        maxLength={5}
        isRequired
      />
    );
  }

  it('says what is asked for, and takes no more than there is room for', async () => {
    renderWithApi(<Page />, {});
    const field = await screen.findByRole('textbox', { name: 'Name' });
    expect(field).toHaveAccessibleDescription('As others know it.');
    expect(field).toBeRequired();
    await userEvent.type(field, 'Platform');
    expect(field).toHaveValue('Platf');
    expect(field).toBeValid();
    // What is cut off is counted before.
    expect(field).toHaveAccessibleDescription(
      'As others know it. 0 characters left.',
    );
    await userEvent.type(field, '{Backspace}');
    expect(field).toHaveAccessibleDescription(
      'As others know it. 1 character left.',
    );
    await userEvent.type(field, '{Backspace}');
    expect(field).toHaveAccessibleDescription('As others know it.');
  });

  it('says what is wrong in place of the help, and ties it to the field', async () => {
    renderWithApi(<Page />, {});
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(field, 'x');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAccessibleDescription('Too short.');
    await userEvent.type(field, 'y');
    expect(field).toHaveAccessibleDescription('As others know it.');
  });
});

describe('a day', () => {
  it('has its help and its bounds, and may be marked', async () => {
    renderWithApi(
      <NativeField
        type="date"
        label="Day"
        help="Of this year."
        value="2026-11-20"
        min="2026-01-01"
        max="2026-12-31"
        onChange={() => {}}
        problem="Not this one."
      />,
      {},
    );
    const field = await screen.findByLabelText('Day');
    expect(field).toHaveAccessibleDescription('Of this year. Not this one.');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAttribute('min', '2026-01-01');
    expect(field).toHaveAttribute('max', '2026-12-31');
  });
});

describe('one of a few', () => {
  const options = ['open', 'done'].map(value => ({ value, label: value }));

  function Page(props: { readonly first: string }) {
    const [value, setValue] = useState(props.first);
    return (
      <SelectField
        label="Status"
        value={value}
        options={options}
        onChange={setValue}
      />
    );
  }

  it('is picked with the keyboard alone, and the focus comes back', async () => {
    renderWithApi(<Page first="open" />, {});
    const field = await screen.findByLabelText('Status');
    expect(field).toHaveTextContent('open');
    await userEvent.tab();
    expect(field).toHaveFocus();
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
    expect(field).toHaveTextContent('done');
    await waitFor(() => expect(field).toHaveFocus());
  });

  it('asks for a choice where there is none', async () => {
    renderWithApi(<Page first="" />, {});
    expect(await screen.findByLabelText('Status')).toHaveTextContent(
      'Choose one',
    );
  });
});

describe('any number of things', () => {
  const all = Array.from({ length: 9 }, (_, index) => `team ${index + 1}`);

  function Page(props: { readonly options: readonly string[] }) {
    const [value, setValue] = useState<readonly string[]>([]);
    return (
      <SeveralField
        label="Owner"
        options={props.options}
        value={value}
        describe={name => name.toLocaleUpperCase('en-US')}
        onChange={setValue}
      />
    );
  }

  it('are picked and taken back one by one', async () => {
    renderWithApi(<Page options={all.slice(0, 3)} />, {});
    const field = await screen.findByLabelText('Owner');
    expect(field).toHaveTextContent('Any');
    await userEvent.click(field);
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('option', { name: 'TEAM 1' }));
    await userEvent.click(screen.getByRole('option', { name: 'TEAM 3' }));
    await userEvent.click(screen.getByRole('option', { name: 'TEAM 1' }));
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveTextContent('TEAM 3');
    expect(field).not.toHaveTextContent('TEAM 1');
  });

  it('are searched where there are many', async () => {
    renderWithApi(<Page options={all} />, {});
    await userEvent.click(await screen.findByLabelText('Owner'));
    await userEvent.type(screen.getByPlaceholderText('Search'), 'm 7');
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['TEAM 7']);
  });
});
