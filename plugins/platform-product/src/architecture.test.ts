import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

const longest = 150;

/** What the plugin has of its own, or of `@backstage/ui`. */
const replaced =
  /^@material-ui\/(?:lab|core\/(?:Accordion|Button|Card|Checkbox|Chip|Dialog|Form|Icon|Link|Menu|Radio|Select|Switch|Table|TextField|Typography)\w*)/;

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .map(path => join(__dirname, path))
  .filter(path => /\.tsx?$/.test(path) && statSync(path).isFile())
  .filter(path => !/\.test\.tsx?$|__testUtils__/.test(path))
  .map(path => {
    const text = readFileSync(path, 'utf8');
    const imports = [...text.matchAll(/\bfrom '([^']+)'/g)].map(([, m]) => m);
    return { path: relative(__dirname, path), text, imports };
  });

const pathsOf = (files: typeof sources) => files.map(({ path }) => path);

/** In a folder: neither the plugins themselves, nor what they export. */
const inFolders = sources.filter(({ path }) => path.includes('/'));

describe('the layout', () => {
  it('has files to look at', () => {
    expect(inFolders.length).toBeGreaterThan(120);
    expect(
      inFolders.filter(({ imports }) => imports.includes('@backstage/ui'))
        .length,
    ).toBeGreaterThan(40);
  });

  it('lets hooks alone call the API', () => {
    const callers = inFolders.filter(({ imports }) =>
      imports.some(module => module.endsWith('/platformProductApiRef')),
    );
    expect(callers.length).toBeGreaterThan(20);
    expect(
      pathsOf(callers).filter(path => !/^use[A-Z]/.test(basename(path))),
    ).toEqual([]);
  });

  it('takes from Material UI only what the host’s own components lack', () => {
    const users = sources.filter(({ imports }) =>
      imports.some(module => replaced.test(module)),
    );
    expect(pathsOf(users)).toEqual([]);
  });

  it('keeps files short, but for those that hold nothing but texts', () => {
    const long = inFolders.filter(
      ({ path, text }) =>
        !/\/[a-z]+Texts\.ts$/.test(path) &&
        text.split('\n').length - 1 > longest,
    );
    expect(pathsOf(long)).toEqual([]);
  });
});
