const longestTitle = 200;

/**
 * Parts a comment into the title of feedback, its first sentence or line, and the
 * whole as its text where that is more.
 */
export function feedbackFromComment(comment: string): {
  readonly title: string;
  readonly text?: string;
} {
  const [line] = comment.split('\n');
  const [sentence] = line.match(/^.{5,}?[.!?](?=\s|$)/) ?? [line];
  const title =
    sentence.length > longestTitle
      ? `${sentence.slice(0, longestTitle - 1).trimEnd()}…`
      : sentence;
  return title === comment ? { title } : { title, text: comment };
}
