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
  // By characters, since no database takes half of one.
  const characters = [...sentence];
  const title =
    characters.length > longestTitle
      ? `${characters
          .slice(0, longestTitle - 1)
          .join('')
          .trimEnd()}…`
      : sentence;
  return title === comment ? { title } : { title, text: comment };
}
