import type { GuideNode } from '../GuideNode';
import type {
  StatementHeading,
  GuideSentence,
  GuideStatement,
} from './GuideStatement';
import { readMarkupText } from './readMarkupText';
import { readWords } from './readWords';
import { joinSentences } from './joinSentences';
import { readBoldHeading } from './readBoldHeading';
import { readSentences, readText } from './readSentences';

/** Nobody reads a sentence nested deeper; the limit keeps hostile trees off the stack. */
const DEEPEST_BLOCK = 60;
/** In characters; what follows is not looked at. */
const LONGEST_HEADING = 200;
/** Bold lines are headings below all real ones. */
const BOLD_HEADING_DEPTH = 7;

interface Place {
  readonly kind: 'prose' | 'item';
  readonly intro?: GuideSentence;
}

interface OpenHeading extends StatementHeading {
  readonly depth: number;
}

/** A fenced block takes one line more than its text at the top, an indented one does not. */
function firstCodeLine({ value = '', position }: GuideNode): number {
  if (!position) return 1;
  const lines = position.end.line - position.start.line + 1;
  return position.start.line + (lines > value.split('\n').length ? 1 : 0);
}

const isMarkupHeading = (markup: string): boolean => /^<h[1-6]\b/i.test(markup);

/** Everything a guide says, in reading order: no headings, comments or images. */
export function listGuideStatements(
  guide: GuideNode,
): readonly GuideStatement[] {
  const statements: GuideStatement[] = [];
  let open: readonly OpenHeading[] = [];

  const enter = (depth: number, text: string): void => {
    const words = readWords(text.slice(0, LONGEST_HEADING));
    open = [
      ...open.filter(heading => heading.depth < depth),
      { depth, text, words },
    ];
  };
  const say = (
    sentence: GuideSentence,
    place: Place,
    more: Partial<GuideStatement> = {},
  ): void => {
    statements.push({
      ...sentence,
      kind: place.kind,
      intro: place.intro,
      headings: open,
      ...more,
    });
  };
  /** Returns the last sentence, which introduces what follows. */
  const sayAll = (
    sentences: readonly GuideSentence[],
    place: Place,
    before?: GuideSentence,
  ): GuideSentence | undefined => {
    sentences.forEach((sentence, index) =>
      say(sentence, place, { before: sentences[index - 1] ?? before }),
    );
    return sentences[sentences.length - 1] ?? before;
  };
  const sayTable = (table: GuideNode, place: Place): void => {
    const rows = (table.children ?? []).map(row =>
      joinSentences(
        (row.children ?? []).map(cell =>
          joinSentences(readSentences(cell.children ?? []), ' ', ';'),
        ),
        ' | ',
        ':',
      ),
    );
    rows
      .slice(1)
      .forEach(row => say(row, place, { kind: 'row', intro: rows[0] }));
  };

  const walk = (
    nodes: readonly GuideNode[],
    place: Place,
    depth: number,
  ): void => {
    if (depth > DEEPEST_BLOCK) return;
    let intro = place.intro;
    for (const node of nodes) {
      const children = node.children ?? [];
      const boldHeading =
        node.type === 'paragraph' ? readBoldHeading(node) : undefined;
      if (node.type === 'heading') {
        enter(node.depth ?? 1, readText(children));
        intro = undefined;
      } else if (boldHeading !== undefined) {
        enter(BOLD_HEADING_DEPTH, boldHeading);
        intro = undefined;
      } else if (node.type === 'paragraph') {
        intro = sayAll(readSentences(children), place, intro);
      } else if (node.type === 'html') {
        const text: GuideNode = {
          type: 'html',
          value: node.value,
          position: node.position,
        };
        if (isMarkupHeading(node.value ?? ''))
          enter(
            Number((node.value ?? '')[2]),
            readMarkupText(node.value ?? '', ' ').trim(),
          );
        else intro = sayAll(readSentences([text]), place, intro);
      } else if (node.type === 'code') {
        say(
          {
            text: node.value ?? '',
            words: [],
            codes: [],
            linkOnly: false,
            line: firstCodeLine(node),
          },
          place,
          { kind: 'code', intro, language: node.lang },
        );
      } else if (node.type === 'list') {
        for (const item of children) {
          walk(item.children ?? [], { kind: 'item', intro }, depth + 1);
        }
      } else if (node.type === 'table') {
        sayTable(node, place);
      } else {
        walk(children, { ...place, intro }, depth + 1);
      }
    }
  };
  walk(guide.children as readonly GuideNode[], { kind: 'prose' }, 0);
  return statements;
}
