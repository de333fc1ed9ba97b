import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { levelFiguresOf, titlesOf } from '../maturity/assessment/levelFigures';
import { AssessedService } from '../maturity/assessment/MaturityStore';
import { toServiceRow } from '../maturity/assessment/serviceRows';
import { toFigureRow } from '../services/figureRows';
import { toListedServiceRow } from '../services/listedServiceRows';

/** Writes services as if they had been assessed. */
export async function writeAssessed(
  knex: Knex,
  services: readonly AssessedService[],
): Promise<void> {
  const titles = titlesOf(defaultLadder);
  const tables: Readonly<Record<string, readonly object[]>> = {
    services: services.map(toListedServiceRow),
    maturity_services: services.map(toServiceRow),
    service_figures: services
      .flatMap(service => levelFiguresOf(service, titles))
      .map(toFigureRow),
  };
  for (const [table, rows] of Object.entries(tables)) {
    await knex.batchInsert(table, [...rows], 200);
  }
}
