import { cloneElement, ReactElement } from 'react';

/**
 * The charts' library, in a room of 800 pixels: jsdom gives it none. For
 * `jest.mock('recharts', …)`.
 */
export const rechartsWithRoom = () => ({
  ...jest.requireActual<object>('recharts'),
  ResponsiveContainer: (props: {
    readonly height: number;
    readonly children: ReactElement;
  }) => cloneElement(props.children, { width: 800, height: props.height }),
});

/** The texts at an axis. */
export function ticksOf(chart: Element, axis: 'x' | 'y'): (string | null)[] {
  return [
    ...chart.querySelectorAll(`.recharts-${axis}Axis-tick-labels text`),
  ].map(({ textContent }) => textContent);
}

/** The corners of a line, in pixels from the left and from above. */
export function cornersOf(line: Element): { x: number; y: number }[] {
  const corners = (line.getAttribute('d') ?? '').split(/[ML]/).slice(1);
  return corners.map(corner => {
    const [x, y] = corner.split(',').map(Number);
    return { x, y };
  });
}
