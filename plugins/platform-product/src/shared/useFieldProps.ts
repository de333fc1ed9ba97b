import { useTexts } from './useTexts';

/** What is asked for in a field of text. */
export interface FieldProps {
  readonly label: string;
  readonly help?: string;
  /** What is wrong with the value, which stands there instead of the help. */
  readonly problem?: string;
  readonly value: string;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly className?: string;
  readonly onChange: (text: string) => void;
}

/** From which part of its limit on a text is counted. */
const countedFrom = 0.8;

/** The same as the fields of `@backstage/ui` take it. */
export function useFieldProps(props: FieldProps) {
  const t = useTexts();
  const { help, problem, isRequired, ...rest } = props;
  const { value, maxLength = Infinity } = props;
  const isNearEnd = value.length >= countedFrom * maxLength;
  const left = t('shared.charactersLeft', { count: maxLength - value.length });
  return {
    ...rest,
    description: problem
      ? undefined
      : [help, isNearEnd && left].filter(Boolean).join(' ') || undefined,
    isRequired,
    secondaryLabel: isRequired ? t('shared.required') : undefined,
    // Says it beside the field, at once; the browser's own bubble never shows.
    validationBehavior: 'aria' as const,
    validate: () => problem,
  };
}
