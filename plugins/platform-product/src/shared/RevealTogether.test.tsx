import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import { RevealTogether } from './RevealTogether';
import { useLoaded } from './useLoaded';

/** Parts of a page whose answers the test gives; the second one asks once the first has its own. */
function renderParts() {
  const answers = new Map<string, (text: string) => void>();
  const failures = new Map<string, (error: Error) => void>();
  function Part({ name, next }: { name: string; next?: string }) {
    const { value, error } = useLoaded(
      () =>
        new Promise<string>((resolve, reject) => {
          answers.set(name, resolve);
          failures.set(name, reject);
        }),
      [],
    );
    return (
      <>
        <p>{error ? `${name} failed` : value ?? `${name} loads`}</p>
        {value && next && <Part name={next} />}
      </>
    );
  }
  renderInTestApp(
    <RevealTogether shape={<span>The shape</span>}>
      <Part name="level" next="history" />
      <Part name="roster" />
    </RevealTogether>,
  );
  return {
    answer: (name: string) => act(async () => answers.get(name)!(name)),
    fail: (name: string) =>
      act(async () => failures.get(name)!(new Error('Out'))),
  };
}

const shape = () => screen.queryByText('The shape');

describe('RevealTogether', () => {
  it('shows nothing before all parts have loaded, also those that others bring', async () => {
    const { answer } = renderParts();
    await screen.findByText('The shape');
    await answer('level');
    expect(shape()).toBeVisible();
    await answer('roster');
    expect(shape()).toBeVisible();
    expect(screen.getByText('roster')).not.toBeVisible();
    await answer('history');
    expect(shape()).not.toBeInTheDocument();
    for (const name of ['level', 'roster', 'history']) {
      expect(screen.getByText(name)).toBeVisible();
    }
  });

  it('is not held back by a part that fails', async () => {
    const { answer, fail } = renderParts();
    await screen.findByText('The shape');
    await answer('roster');
    await fail('level');
    expect(screen.getByText('level failed')).toBeVisible();
    expect(screen.getByText('roster')).toBeVisible();
  });

  it('shows what there is when a part takes long', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const { answer } = renderParts();
      await screen.findByText('The shape');
      await answer('roster');
      act(() => {
        jest.advanceTimersByTime(2000);
      });
      expect(shape()).not.toBeInTheDocument();
      expect(screen.getByText('roster')).toBeVisible();
      expect(screen.getByText('level loads')).toBeVisible();
    } finally {
      jest.useRealTimers();
    }
  });

  it('shows a page that loads nothing at once', async () => {
    renderInTestApp(
      <RevealTogether shape={<span>The shape</span>}>
        <p>Here</p>
      </RevealTogether>,
    );
    expect(await screen.findByText('Here')).toBeVisible();
    expect(shape()).not.toBeInTheDocument();
  });
});
