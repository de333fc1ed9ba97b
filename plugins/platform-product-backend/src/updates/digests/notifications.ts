import { NewsKind } from '../../services/DigestSource';
import { Notification } from '../../notifications/Notification';
import { Digest } from './composeDigests';

const words: Readonly<
  Record<NewsKind, readonly [one: string, several: string]>
> = {
  posts: ['post', 'posts'],
  events: ['event', 'events'],
  roadmap: ['step on the roadmap', 'steps on the roadmap'],
};
const kinds = Object.keys(words) as NewsKind[];
const mostNamed = 5;

const numberOf = (count: number, [one, several]: readonly [string, string]) =>
  `${count} ${count === 1 ? one : several}`;

/** Some names, and how many there are besides. */
function listNames(names: readonly string[], separator: string): string {
  const more = names.length - mostNamed;
  return [
    ...names.slice(0, mostNamed),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join(separator);
}

/**
 * Tells somebody once what is new, and which ratings are wanted. It names services, and
 * says how much there is: what was written stands where it is seen who may read it.
 */
export function digestMade(
  { news, ratings }: Digest,
  about: {
    readonly to: readonly string[];
    /** What people call the services, by their refs. */
    readonly titles: ReadonlyMap<string, string>;
  },
): Notification {
  const { to, titles } = about;
  const nameOf = (ref: string) => titles.get(ref) ?? ref;
  const inOrder = (refs: Iterable<string>) =>
    [...refs].sort((one, other) =>
      nameOf(one).localeCompare(nameOf(other), 'en'),
    );
  const services = inOrder(news.keys()).map(ref => {
    const counts = kinds.flatMap(kind => {
      const count = news.get(ref)![kind];
      return count ? [numberOf(count, words[kind])] : [];
    });
    return `${nameOf(ref)}: ${counts.join(', ')}`;
  });
  const wanted = inOrder(ratings).map(nameOf);
  const title = [
    ...(services.length
      ? [`News of ${numberOf(services.length, ['platform', 'platforms'])}`]
      : []),
    ...(wanted.length
      ? [`${numberOf(wanted.length, ['rating', 'ratings'])} wanted`]
      : []),
  ].join(', ');
  const sentences = [
    ...(services.length ? [`${listNames(services, '; ')}.`] : []),
    ...(wanted.length
      ? [
          `How are they for you: ${listNames(
            wanted,
            ', ',
          )}? Each takes under a minute, and nothing is shown until enough people have answered.`,
        ]
      : []),
  ];
  return {
    topic: 'Digest',
    to,
    title,
    description: sentences.join(' '),
    link: '/platform-product',
    scope: 'digest',
  };
}
