import { PlatformProductApi } from '@platform-product/backstage-plugin-common';

type Operation = Parameters<PlatformProductApi['call']>[0];

/** What the backend answers to each operation; an error is thrown. */
export type Answers = Partial<Record<Operation, unknown>>;

/** The call of an API that answers so, and leaves the rest without an answer. */
export function answerWith(answers: Answers) {
  return jest.fn(async (operation: Operation, _input?: unknown) => {
    const answer = answers[operation];
    if (answer instanceof Error) throw answer;
    return answer ?? new Promise(() => {});
  });
}
