import { Figure } from './Figure';

/** A row of `service_figures`. */
export interface FigureRow {
  entity_ref: string;
  figure: string;
  value: number;
  content: string;
}

export const toFigureRow = ({ entityRef, figure, value, content }: Figure) => ({
  entity_ref: entityRef,
  figure,
  value,
  content: JSON.stringify(content),
});

export const fromFigureRow = (row: FigureRow): Figure => ({
  entityRef: row.entity_ref,
  figure: row.figure,
  value: row.value,
  content: JSON.parse(row.content),
});
