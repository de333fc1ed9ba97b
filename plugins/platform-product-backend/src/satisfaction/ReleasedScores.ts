import { RoundFigures } from '@platform-product/backstage-plugin-common/rules';

/** What the room `satisfaction` lends to other rooms: scores that were released. */
export interface ReleasedScores {
  /** Of each round in which something was released of a service; two queries. */
  listRounds(entityRef: string): Promise<readonly RoundFigures[]>;
}
