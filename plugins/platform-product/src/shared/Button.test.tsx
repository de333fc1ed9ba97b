import { useLayoutEffect, useRef } from 'react';
import { render, screen } from '@testing-library/react';
import { Button } from './Button';

/** Notes whether Tab reaches the button, in each render. */
function Watched(props: {
  readonly seen: number[];
  readonly tabIndex?: number;
}) {
  const ref = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    props.seen.push(ref.current!.tabIndex);
  });
  return (
    <Button ref={ref} tabIndex={props.tabIndex}>
      Save
    </Button>
  );
}

describe('Button', () => {
  it.each([
    [undefined, 0],
    [0, 0],
    [-1, -1],
  ])('is reached by Tab once it is mounted: %p', (tabIndex, then) => {
    const seen: number[] = [];
    render(<Watched seen={seen} tabIndex={tabIndex} />);
    expect(seen).toEqual([-1]);
    expect(screen.getByRole('button').tabIndex).toBe(then);
  });

  it('is a link where it is told to be one', () => {
    render(
      <Button component="a" href="https://example.com">
        Go
      </Button>,
    );
    expect(screen.getByRole('link', { name: 'Go' })).toHaveAttribute(
      'href',
      'https://example.com',
    );
  });
});
