import { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { platformProductTranslationRef } from '../translation';

type Messages = (typeof platformProductTranslationRef)['T'];

/** A text that counts has one form for each of these. */
type Plural = 'one' | 'other';

type TextKey = {
  [TKey in keyof Messages & string]: TKey extends `${infer TBase}_${Plural}`
    ? TBase
    : TKey;
}[keyof Messages & string];

/** Names of the places in a text that values are put into. */
type PlacesIn<TText> = TText extends `${string}{{${infer TName}}}${infer TRest}`
  ? TName | PlacesIn<TRest>
  : never;

type PlacesOf<TKey extends string> = TKey extends keyof Messages
  ? PlacesIn<Messages[TKey]>
  : `${TKey}_other` extends keyof Messages
  ? 'count' | PlacesIn<Messages[`${TKey}_other`]>
  : never;

type ValuesOf<TKey extends string, TValue> = {
  readonly [TPlace in PlacesOf<TKey>]: TPlace extends 'count' ? number : TValue;
};

/**
 * A text, with its places filled. Backstage's own type of it does more, and makes the
 * type check take five times as long.
 */
interface Texts {
  <TKey extends TextKey>(
    key: TKey,
    ...values: [PlacesOf<TKey>] extends [never]
      ? []
      : [ValuesOf<TKey, string | number>]
  ): string;
  <TKey extends TextKey>(
    key: TKey,
    values: [PlacesOf<TKey>] extends [never]
      ? never
      : ValuesOf<TKey, string | number | ReactElement>,
  ): ReactElement;
}

/** The plugin's texts in the reader's language. */
export function useTexts(): Texts {
  return useTranslationRef(platformProductTranslationRef).t as Texts;
}
