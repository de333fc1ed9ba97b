import type { GuideFinding, GuideStatement } from './GuideStatement';
import { CODE_WORD } from './GuideStatement';
import { createPhrases } from './createPhrases';
import { isBuildCommand } from './isBuildCommand';
import { bidsToRun, isToldToRun } from './isToldToRun';
import { wordList } from './wordList';

/** Languages of code blocks that hold no command lines. */
const DATA_LANGUAGES: ReadonlySet<string> = new Set(
  wordList(
    'js javascript jsx ts typescript tsx json jsonc json5 yaml yml toml xml html css scss',
    'diff patch java kotlin go golang rust rs python py ruby rb c cpp csharp cs swift php',
    'sql md markdown ini mermaid graphql',
  ),
);

/** The machine of somebody else, or a command that is only mentioned. */
const ELSEWHERE = createPhrases([
  'ci|travis|circleci|jenkins|appveyor|actions|workflow|workflows|pipeline|bot|prow|buildkite ..4 run|runs|execute|executes|build|builds|test|tests|trigger|triggers|will|§',
  'run|runs|executed|triggered|tested|§ ..5 in|on|by|via ..2 ci|travis|circleci|jenkins|appveyor|actions|pipeline|bot|prow|buildkite',
  'automatically ..3 run|runs|triggered|built|tested',
  'comment|commenting|comments ..3 §',
  'commit ..2 message|messages',
  'branch|label|title|prefix ..2 named|name|like|called|§',
]);
/** Bids the reader run it, and not only others. */
const BIDDINGS = createPhrases([
  'locally|yourself',
  'please|should|must|can|to ..1 run|execute §',
  'your ..1 machine|computer',
  'make sure|certain',
]);
const INSTRUCTIONS = createPhrases([
  'run|runs|running|rerun|use|using|execute|executing|invoke|type|typing|do|try|via|with|by|call|issue|perform|enter|launch|start',
  'pass|passes|passing|succeeds|successful|green|works|clean|fail|fails',
  'build|building|compile|compiling|test|testing|tests|verify|check',
]);
/** A command that stands in the sentence without code marks. */
const SPOKEN_COMMANDS = createPhrases([
  'run|running|execute|type|with|using|via ..1 make|npm|yarn|pnpm|cargo|go|mvn|rake|gradle|tox|mix|dotnet test|check|build|verify',
  'run|running|execute|type ..1 mvn|make install',
  'run|running|execute|type ..1 bundle exec rake|rspec',
  'run|running|execute|with|using pytest|tox|nox|phpunit|ctest|nosetests',
  'npm run test|build',
]);
/** Right before a code word: where something is, not what to run. */
const PLACES: ReadonlySet<string> = new Set(
  wordList(
    'in into under inside to see edit update of file files directory folder from at add',
    'modify like since',
  ),
);
const TRANSPARENT: ReadonlySet<string> = new Set([':', '(', 'the', 'a', ',']);

/** A step at a screen of one's own. */
const HANDS_ON = createPhrases([
  'open|visit|load|launch|navigate ..6 browser|§|html|studio|xcode|intellij|eclipse|solution ..12 test|tests|build|run|compile|them',
  'tests|test|build|run|compile ..8 in|from|using|with ..3 visual|android|xcode|intellij|ide studio|ide|eclipse|code',
  'press|click|select|choose ..6 test|tests|build ..2 menu|button|panel|explorer|icon',
]);
/** Under these, a command needs no word beside it. */
const BUILD_HEADINGS = createPhrases([
  'build|building|test|testing|tests|compile|compiling',
]);
/** What the maintainers run to publish. */
const RELEASE_HEADINGS = createPhrases([
  'release|releases|releasing|publishing|publish|deploying|deployment|maintainers',
]);

const COMMAND_SEPARATORS = /&&|\|\||[;|]/;

const commandsOf = (line: string): readonly string[] =>
  line.split(COMMAND_SEPARATORS);

/** The commands of a sentence that the reader is to run; not the paths it only mentions. */
function commandsIn({ words, codes }: GuideStatement): readonly string[] {
  const isMeant: boolean[] = [];
  let last = '';
  for (const [index, word] of words.entries()) {
    if (word === CODE_WORD)
      isMeant.push(!PLACES.has(last) && isToldToRun(words, index));
    if (!TRANSPARENT.has(word)) last = word;
  }
  return codes.filter((_, index) => isMeant[index] ?? true);
}

function findInCode(statement: GuideStatement): GuideFinding | undefined {
  if (DATA_LANGUAGES.has((statement.language ?? '').toLowerCase()))
    return undefined;
  const lines = statement.text.split('\n');
  const index = lines.findIndex(line => commandsOf(line).some(isBuildCommand));
  return index < 0
    ? undefined
    : { sentence: lines[index].trim(), line: statement.line + index };
}

/** Finds a command or step by which a contributor builds the project or runs its tests. */
export function findBuildCommand(
  statement: GuideStatement,
): GuideFinding | undefined {
  const heading =
    statement.headings[statement.headings.length - 1]?.words ?? [];
  if (RELEASE_HEADINGS.isIn(heading)) return undefined;
  if (statement.kind === 'code') {
    const intro = statement.intro?.words ?? [];
    return bidsToRun(intro) ? findInCode(statement) : undefined;
  }
  const { words, text, line } = statement;
  if (ELSEWHERE.isIn(words) && !BIDDINGS.isIn(words)) return undefined;
  const command = commandsIn(statement).some(code =>
    commandsOf(code).some(isBuildCommand),
  );
  const tells =
    (command &&
      (INSTRUCTIONS.isIn(words) ||
        statement.kind === 'row' ||
        BUILD_HEADINGS.isIn(heading))) ||
    SPOKEN_COMMANDS.findAll(words).some(({ end }) =>
      isToldToRun(words, end - 1),
    ) ||
    HANDS_ON.isIn(words);
  return tells && !statement.linkOnly ? { sentence: text, line } : undefined;
}
