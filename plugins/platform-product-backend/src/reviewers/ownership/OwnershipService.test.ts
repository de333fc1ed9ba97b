import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { serviceEntity } from '../../__testUtils__/entities';
import { RepositoryFile } from '../../repositories/RepositoryFileStore';
import { RepositoryFiles } from '../../repositories/RepositoryFiles';
import { OwnershipService } from './OwnershipService';

const github = 'https://github.com/northwind/logs';
const gitlab = 'https://gitlab.com/northwind/logs';
const onGitHub = (path: string) => `${github}/blob/main/${path}`;
const onGitLab = (path: string) => `${gitlab}/-/blob/main/${path}`;

function start(files: Record<string, string | Error> = {}) {
  const clock = { now: new Date('2026-07-08T12:00:00Z') };
  const asked: Array<{ urls: readonly string[]; maxAge: number }> = [];
  const read = async (
    urls: readonly string[],
    { maxAge }: { maxAge: number },
  ) => {
    if (urls.length) asked.push({ urls, maxAge });
    return new Map(
      urls.map((url): [string, RepositoryFile] => {
        const content = files[url];
        const known = { url, checkedAt: clock.now };
        if (content instanceof Error) {
          return [url, { ...known, status: 'error', error: content.message }];
        }
        return [
          url,
          content === undefined
            ? { ...known, status: 'missing' }
            : { ...known, status: 'found', content },
        ];
      }),
    );
  };
  const service = new OwnershipService({
    files: {
      read,
      listKept: async () => new Map(),
    } as Partial<RepositoryFiles> as RepositoryFiles,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    refreshAfter: 3_600_000,
    now: () => clock.now,
  });
  const load = (annotation?: string, paths?: string[], at?: string) =>
    service.load(
      serviceEntity('logs', {
        annotations: {
          'backstage.io/source-location': `url:${at ?? `${github}/tree/main/`}`,
          ...(annotation !== undefined && {
            'platform-product/codeowners': annotation,
          }),
        },
      }),
      paths,
    );
  return {
    clock,
    asked,
    files,
    load,
    lookedAt: async (...given: Parameters<typeof load>) => {
      const { lookedAt, ownership } = await load(...given);
      return [ownership.dialect, ...lookedAt];
    },
  };
}

const usual = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

describe('OwnershipService', () => {
  it('looks where the forge looks, and takes the first that is there', async () => {
    const { load, asked } = start({
      [onGitHub('CODEOWNERS')]: '* @ana',
      [onGitHub('docs/CODEOWNERS')]: '* @ben',
    });
    const found = await load();
    expect(found).toMatchObject({
      ownership: {
        dialect: 'github',
        file: 'CODEOWNERS',
        sections: [{ rules: [{ pattern: '*', owners: [{ name: 'ana' }] }] }],
      },
      lookedAt: usual.map(onGitHub),
      error: undefined,
    });
    expect([...found.urls]).toEqual([['CODEOWNERS', onGitHub('CODEOWNERS')]]);
    expect(asked).toEqual(
      usual
        .slice(0, 2)
        .map(path => ({ urls: [onGitHub(path)], maxAge: 3_600_000 })),
    );
  });

  it('speaks the dialect of the forge', async () => {
    const { lookedAt } = start();
    const [dialect, ...urls] = await lookedAt(
      undefined,
      undefined,
      `${gitlab}/-/tree/main/`,
    );
    expect(dialect).toBe('gitlab');
    expect(urls).toContain(onGitLab('.gitlab/CODEOWNERS'));
    expect(urls).toContain(onGitLab('CODEOWNERS'));
  });

  it.each([
    ['infra/CODEOWNERS', ['github', onGitHub('infra/CODEOWNERS')]],
    [' ./infra/CODEOWNERS ', ['github', onGitHub('infra/CODEOWNERS')]],
    ['/infra/CODEOWNERS', ['github', onGitHub('infra/CODEOWNERS')]],
    [onGitHub('infra/CODEOWNERS'), ['github', onGitHub('infra/CODEOWNERS')]],
    [onGitHub('infra/OWNERS'), ['owners', onGitHub('infra/OWNERS')]],
    // What is not named as such files are may be anything.
    ['secrets.yaml', ['github', ...usual.map(onGitHub)]],
    ['..%2fsecret%2fCODEOWNERS', ['github', ...usual.map(onGitHub)]],
    [`${github}/blob/main/..%2f..%2f..%2fsecret/plans/CODEOWNERS`, ['github']],
    [onGitHub('infra/secrets.yaml'), ['github', ...usual.map(onGitHub)]],
    ['CODEOWNERS/secrets', ['github', ...usual.map(onGitHub)]],
    ['a/../../CODEOWNERS', ['github', ...usual.map(onGitHub)]],
    ['', ['github', ...usual.map(onGitHub)]],
    // So may what is in another repository.
    ['https://github.com/northwind/secret/blob/main/CODEOWNERS', ['github']],
    ['https://github.com/northwind/logs-2/blob/main/CODEOWNERS', ['github']],
  ])('reads the annotation %j', async (annotation, expected) => {
    const { lookedAt } = start();
    expect(await lookedAt(annotation)).toEqual(expected);
  });

  it('reads OWNERS files along the paths, all of them', async () => {
    const { load } = start({
      [onGitHub('OWNERS')]: 'approvers:\n- ana\n',
      [onGitHub('docs/OWNERS')]: 'approvers:\n- ben\n',
    });
    const found = await load('OWNERS', ['docs/a/b.md']);
    expect(found.ownership).toMatchObject({
      dialect: 'owners',
      directories: [
        { directory: '', entries: [{ approvers: [{ name: 'ana' }] }] },
        { directory: 'docs', entries: [{ approvers: [{ name: 'ben' }] }] },
      ],
    });
    expect(found.lookedAt).toEqual(
      ['OWNERS_ALIASES', 'OWNERS', 'docs/OWNERS', 'docs/a/OWNERS'].map(
        onGitHub,
      ),
    );
    expect([...found.urls.keys()]).toEqual(['OWNERS', 'docs/OWNERS']);
  });

  it('reads nothing where nobody knows where the source is', async () => {
    const { load } = start();
    expect(await load('CODEOWNERS', [], 'nowhere')).toMatchObject({
      lookedAt: [],
    });
  });

  it('says what failed, and takes the next file', async () => {
    const { load } = start({
      [onGitHub('.github/CODEOWNERS')]: new Error('The forge is down'),
      [onGitHub('CODEOWNERS')]: '* @ana',
    });
    expect(await load()).toMatchObject({
      error: 'The forge is down',
      ownership: { file: 'CODEOWNERS' },
    });
  });

  it('reads once within half a minute, for each place', async () => {
    const { load, asked, clock, files } = start();
    const after = async (...given: Parameters<typeof load>) => {
      const before = asked.length;
      await load(...given);
      return asked.length - before;
    };
    expect(await after()).toBeGreaterThan(0);
    clock.now = new Date(clock.now.getTime() + 30_000);
    expect(await after()).toBe(0);
    expect(await after('infra/CODEOWNERS')).toBeGreaterThan(0);
    expect(
      await after(undefined, undefined, `${gitlab}/-/tree/main/`),
    ).toBeGreaterThan(0);
    files[onGitHub('CODEOWNERS')] = '* @ana';
    clock.now = new Date(clock.now.getTime() + 1);
    expect((await load()).ownership).toMatchObject({ file: 'CODEOWNERS' });
    files[onGitHub('CODEOWNERS')] = '* @ben';
    clock.now = new Date(clock.now.getTime() + 30_001);
    expect((await load()).ownership).toMatchObject({
      sections: [{ rules: [{ owners: [{ name: 'ben' }] }] }],
    });
  });

  it('reads OWNERS where there is no CODEOWNERS, from the service up to the root', async () => {
    // As in https://www.kubernetes.dev/docs/guide/owners/, without any annotation.
    const { load } = start({
      [onGitHub('OWNERS')]: 'approvers:\n- ana\n',
      [onGitHub('apps/logs/OWNERS')]: 'approvers:\n- ben\n',
      [onGitHub('apps/metrics/OWNERS')]: 'approvers:\n- carl\n',
    });
    const found = await load(undefined, [], `${github}/tree/main/apps/logs/`);
    expect(found.ownership).toMatchObject({
      dialect: 'owners',
      directories: [
        { directory: '', entries: [{ approvers: [{ name: 'ana' }] }] },
        { directory: 'apps/logs', entries: [{ approvers: [{ name: 'ben' }] }] },
      ],
    });
    expect(found.error).toBeUndefined();
  });

  it('prefers CODEOWNERS, which the forge goes by', async () => {
    const { load } = start({
      [onGitHub('CODEOWNERS')]: '* @ana',
      [onGitHub('OWNERS')]: 'approvers:\n- ben\n',
    });
    expect((await load()).ownership.dialect).toBe('github');
  });

  it('follows a symbolic link', async () => {
    // What `git` keeps of `ln -s ../config/CODEOWNERS .github/CODEOWNERS`.
    const { load } = start({
      [onGitHub('.github/CODEOWNERS')]: '../config/CODEOWNERS',
      [onGitHub('config/CODEOWNERS')]: '* @ana',
    });
    expect((await load()).ownership).toMatchObject({
      sections: [{ rules: [{ owners: [{ name: 'ana' }] }] }],
    });
  });

  it('says that a repository may be out of reach', async () => {
    expect((await start().load()).error).toContain('out of reach');
    const { load } = start({ [onGitHub('README.md')]: '# Logs' });
    expect((await load()).error).toBeUndefined();
  });
});
