import { readdirSync, readFileSync, statSync } from 'fs';
import { dirname, join, relative, resolve } from 'path';

const plugins = resolve(__dirname, '../../../plugins');
const backend = join(plugins, 'platform-product-backend/src');
const common = join(plugins, 'platform-product-common/src');
const frontend = join(plugins, 'platform-product/src');

/** A room of the backend is a folder that has one of these. */
const isRoom = (folder: string) =>
  readdirSync(folder).some(file => /^create\w+Room\.ts$/.test(file));

const rooms = readdirSync(backend, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && isRoom(join(backend, entry.name)))
  .map(entry => entry.name);

interface Import {
  readonly from: string;
  readonly to: string;
}

const isTest = (path: string) => /\.test\.tsx?$|__testUtils__/.test(path);

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => join(folder, path))
    .filter(path => /\.tsx?$/.test(path) && statSync(path).isFile())
    .filter(path => !isTest(path));
}

/** What a package imports of itself, as paths below its sources, without endings. */
function importsIn(folder: string): Import[] {
  return sourcesIn(folder).flatMap(path =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /\b(?:from|import|import\()\s*'(\.[^']+)'/g,
      ),
    ].map(([, target]) => ({
      from: relative(folder, path),
      to: relative(folder, resolve(dirname(path), target)),
    })),
  );
}

const folderOf = (path: string) => path.split('/')[0];
const describeImport = ({ from, to }: Import) => `${from} imports ${to}`;

/** A port says what a room lends, and does nothing. */
function isPort(path: string): boolean {
  const text = readFileSync(join(backend, `${path}.ts`), 'utf8');
  const isInRoomItself = path.split('/').length === 2;
  const exported = [...text.matchAll(/^export (\w+)/gm)].map(
    ([, kind]) => kind,
  );
  return (
    isInRoomItself &&
    exported.length > 0 &&
    exported.every(kind => kind === 'interface' || kind === 'type')
  );
}

describe('the face of the common package', () => {
  const report = readFileSync(join(common, '../report.api.md'), 'utf8');

  it('can be read by a person', () => {
    const names = report.match(/^export /gm) ?? [];
    expect(names.length).toBeGreaterThan(50);
    expect(names.length).toBeLessThan(170);
    expect(report.split('\n').length).toBeLessThan(4000);
  });

  it('is whole, and documented', () => {
    expect(report).not.toMatch(/Warning: /);
    const fields = report.match(/\(undocumented\)\n +readonly .*/g) ?? [];
    expect(fields).toEqual([]);
  });
});

describe('the layout', () => {
  const ofBackend = importsIn(backend);

  it('has rooms, and imports to look at', () => {
    expect(rooms.length).toBeGreaterThanOrEqual(6);
    expect(ofBackend.length).toBeGreaterThan(500);
    expect(importsIn(frontend).length).toBeGreaterThan(200);
  });

  it('lets rooms of the backend use other rooms through their ports alone', () => {
    const wrongs = ofBackend.filter(
      ({ from, to }) =>
        rooms.includes(folderOf(from)) &&
        rooms.includes(folderOf(to)) &&
        folderOf(from) !== folderOf(to) &&
        !isPort(to),
    );
    expect(wrongs.map(describeImport)).toEqual([]);
  });

  it('lets the ground of the backend use no room', () => {
    const wrongs = ofBackend.filter(
      ({ from, to }) =>
        from !== 'plugin.ts' &&
        !rooms.includes(folderOf(from)) &&
        rooms.includes(folderOf(to)),
    );
    expect(wrongs.map(describeImport)).toEqual([]);
  });

  it.each<readonly [folder: string, of: string, sources: string]>([
    ...['access', 'api', 'people', 'services', 'statistics', 'time'].map(
      folder => [folder, 'common', common] as const,
    ),
    ['shared', 'the frontend', frontend],
    ['api', 'the frontend', frontend],
  ])('lets %s of %s use no room', (folder, _, sources) => {
    const wrongs = importsIn(sources).filter(
      ({ from, to }) =>
        folderOf(from) === folder && rooms.includes(folderOf(to)),
    );
    expect(wrongs.map(describeImport)).toEqual([]);
  });
});
