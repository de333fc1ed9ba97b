import { Entity } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  CandidateSource,
  Roster,
} from '@platform-product/backstage-plugin-common';
import { readAnnotation } from '@platform-product/backstage-plugin-common/rules';
import { repositoryOf } from '../../repositories/repositoryOf';
import { ExpertiseStore } from '../history/ExpertiseStore';
import {
  HistoryRepository,
  ReviewHistoryStore,
} from '../history/ReviewHistoryStore';
import { ReviewSync } from '../history/ReviewSync';
import { IdentityService } from '../identities/IdentityService';
import { teamOf } from '../../people/teamOf';
import { isInside } from '../identities/isInside';
import { personName } from '../identities/personKey';
import { findOwnerPeople, ownerPlaces } from '../ownership/ownerPeople';
import { OwnershipService } from '../ownership/OwnershipService';
import { RosterService } from './RosterService';

const mostCandidates = 50;
const mostProblems = 100;

interface Candidate {
  readonly id: string;
  readonly userRef?: string;
  readonly name: string;
  readonly sources: CandidateSource[];
}

/** The roster of a service with everything that is known about it. */
export class RosterOverview {
  readonly #roster: RosterService;
  readonly #identities: IdentityService;
  readonly #ownership: OwnershipService;
  readonly #history: ReviewHistoryStore;
  readonly #expertise: ExpertiseStore;
  readonly #sync: ReviewSync;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: {
    roster: RosterService;
    identities: IdentityService;
    ownership: OwnershipService;
    history: ReviewHistoryStore;
    expertise: ExpertiseStore;
    sync: ReviewSync;
    integrations: ScmIntegrationRegistry;
  }) {
    this.#roster = options.roster;
    this.#identities = options.identities;
    this.#ownership = options.ownership;
    this.#history = options.history;
    this.#expertise = options.expertise;
    this.#sync = options.sync;
    this.#integrations = options.integrations;
  }

  async get(service: {
    readonly entityRef: string;
    readonly entity: Entity;
  }): Promise<Roster> {
    const { entity, entityRef } = service;
    const team = teamOf(entity);
    const repository = repositoryOf(entity, this.#integrations);
    const [entries, loaded, [known]] = await Promise.all([
      this.#roster.list(entityRef, team),
      this.#ownership.load(entity),
      this.#history.listRepositories(repository ? [repository.url] : []),
    ]);
    const items = entries.filter(({ status }) => status !== 'gone');
    const found = await this.#findCandidates({
      entity,
      loaded,
      host: repository?.host ?? '',
      history: known,
      directory: repository?.directory ?? '',
    });
    const isListed = ({ userRef }: Candidate) =>
      items.some(
        item => item.userRef === userRef && item.status !== 'emeritus',
      );
    const candidates = found.filter(candidate => !isListed(candidate));
    const people = await this.#identities.getPeople(
      candidates.flatMap(({ userRef }) => userRef ?? []),
    );
    return {
      items,
      candidates: candidates
        .slice(0, mostCandidates)
        .map(({ userRef, name, sources }) => ({
          userRef,
          name,
          isOutside:
            userRef === undefined
              ? undefined
              : !isInside(people.get(userRef), userRef, team),
          sources,
        })),
      ownership: {
        urls: [...loaded.urls.values()],
        problems: loaded.ownership.problems
          .slice(0, mostProblems)
          .map(({ file, line, text, reason }) => ({
            url: loaded.urls.get(file) ?? file,
            line,
            text,
            reason,
          })),
        error: loaded.error,
      },
      history: {
        source:
          known?.source ??
          (repository && this.#sync.sourceOf(repository.url)?.id),
        repositoryUrl: repository?.url,
        changes: known ? await this.#history.countChanges(known.id) : 0,
        syncedAt: known?.syncedAt?.toISOString(),
        error: known?.error,
      },
    };
  }

  async #findCandidates(options: {
    readonly entity: Entity;
    readonly loaded: Awaited<ReturnType<OwnershipService['load']>>;
    readonly host: string;
    readonly history: HistoryRepository | undefined;
    readonly directory: string;
  }): Promise<Candidate[]> {
    const { entity, loaded, host, history, directory } = options;
    const candidates = new Map<string, Candidate>();
    const add = (
      id: string,
      known: { userRef?: string; name: string },
      source: CandidateSource,
    ) => {
      const candidate = candidates.get(id) ?? { id, ...known, sources: [] };
      candidate.sources.push(source);
      candidates.set(id, candidate);
    };

    for (const userRef of readAnnotation(entity, 'reviewers') ?? []) {
      add(userRef, { userRef, name: userRef }, { kind: 'annotation' });
    }

    const places = ownerPlaces(loaded.ownership, directory);
    const peopleOf = await findOwnerPeople(places, host, this.#identities);
    for (const place of places) {
      const { name, kind, file, line, pattern } = place;
      const url = loaded.urls.get(file) ?? file;
      const source = { kind: 'ownership-file' as const, url, line, pattern };
      const people = peopleOf(place);
      for (const userRef of people) {
        add(
          userRef,
          { userRef, name: userRef },
          kind === 'team' ? { ...source, via: `@${name}` } : source,
        );
      }
      if (!people.length) {
        const shown = kind === 'email' ? name : `@${name}`;
        add(shown, { name: shown }, source);
      }
    }

    const rows = history
      ? await this.#expertise.listMostActive(history, {
          paths: [directory],
          limit: mostCandidates,
        })
      : [];
    const byKey = await this.#identities.findPeople(
      rows.map(({ person }) => person),
    );
    for (const row of rows) {
      const userRef = byKey.get(row.person)?.userRef;
      const name = userRef ?? personName(row.person);
      const last = [row.lastReviewedAt, row.lastChangedAt]
        .flatMap(at => at ?? [])
        .sort((a, b) => b.getTime() - a.getTime())[0];
      add(
        userRef ?? row.person,
        { userRef, name },
        {
          kind: 'history',
          reviews: row.reviewCount,
          changes: row.changeCount,
          lastAt: last?.toISOString(),
        },
      );
    }
    return [...candidates.values()];
  }
}
