import {
  PlatformProductApi,
  RouteInput,
  RouteResponse,
  routes,
} from '@platform-product/backstage-plugin-common';

type Operation = Parameters<PlatformProductApi['call']>[0];

type Answer<TName extends Operation> =
  | RouteResponse<(typeof routes)[TName]>
  | Error;

/**
 * What the backend answers to each operation, or a function that tells it; an
 * error is thrown.
 */
export type Answers = {
  readonly [TName in Operation]?:
    | Answer<TName>
    | ((
        input: RouteInput<(typeof routes)[TName]>,
      ) => Answer<TName> | Promise<Answer<TName>>);
};

/** Answers a write of whose answer the page makes nothing. */
export const done = {} as never;

/** Calls that the backend would have refused, since this was last asked. */
export const refusedCalls: string[] = [];

/** Why the backend would refuse a call, going by the definition of its route. */
function findFaults(operation: Operation, input: RouteInput<any>): string[] {
  const route = routes[operation];
  const parts = ['params', 'query', 'body'] as const;
  const faults = parts.flatMap(part => {
    const given = input[part] ?? (part === 'body' ? undefined : {});
    const { error } = route[part].safeParse(given);
    return error ? [`${operation}: bad ${part}: ${error.message}`] : [];
  });
  if (route.idempotent !== Boolean(input.idempotencyKey)) {
    faults.push(
      route.idempotent
        ? `${operation}: no idempotency key`
        : `${operation}: an idempotency key that it does not take`,
    );
  }
  return faults;
}

/** The call of an API that answers so, and leaves the rest without an answer. */
export function answerWith(answers: Answers) {
  return jest.fn(async (operation: Operation, input: RouteInput<any>) => {
    refusedCalls.push(...findFaults(operation, input));
    const given: unknown = answers[operation];
    const answer: unknown =
      typeof given === 'function' ? await given(input) : given;
    if (answer instanceof Error) throw answer;
    return answer ?? new Promise(() => {});
  });
}

export type Call = ReturnType<typeof answerWith>;

/** What was sent of one operation, or of some, in its order. */
export function sent(call: Call, ...operations: Operation[]) {
  return call.mock.calls
    .filter(([operation]) => operations.includes(operation))
    .map(([, input]) => input);
}

/** The calls that may have changed something, in their order. */
export function writes(call: Call) {
  return call.mock.calls.filter(
    ([operation]) =>
      routes[operation].method !== 'get' && operation !== 'suggestReviewers',
  );
}
