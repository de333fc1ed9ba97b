import fs from 'fs';
import { join, resolve } from 'path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createDemoChanges } from './demoChanges';
import { demoGitRepository } from './demoRepositories';

const person = (email: string) => ({
  email,
  name: email
    .split('@')[0]
    .split('.')
    .map(part => part[0].toLocaleUpperCase('en-US') + part.slice(1))
    .join(' '),
});

/**
 * Makes a real Git repository of the demo, with reviews in the trailers of its
 * commits, unless it is there already.
 */
export async function createDemoGitHistory(now: Date): Promise<void> {
  const parent = resolve(
    resolvePackagePath('backend'),
    '../../.data/demo-repositories',
  );
  const target = join(parent, demoGitRepository.name);
  if (fs.existsSync(target)) return;
  fs.mkdirSync(parent, { recursive: true });
  const dir = fs.mkdtempSync(join(parent, 'making-'));
  const git = await import('isomorphic-git');
  await git.init({ fs, dir, defaultBranch: 'main' });
  for (const change of createDemoChanges(demoGitRepository, now)) {
    if (!('email' in change.author) || !change.mergedAt) continue;
    for (const path of change.paths) {
      const file = join(dir, path);
      fs.mkdirSync(join(file, '..'), { recursive: true });
      fs.appendFileSync(file, `${change.title} ${change.id}\n`);
      await git.add({ fs, dir, filepath: path });
    }
    const trailers = change.reviews.flatMap(({ reviewer }) => {
      if (!('email' in reviewer)) return [];
      const { name, email } = person(reviewer.email);
      return [`Reviewed-by: ${name} <${email}>`];
    });
    const at = (date: Date) => ({
      timestamp: Math.floor(date.getTime() / 1000),
      timezoneOffset: 0,
    });
    const author = person(change.author.email);
    await git.commit({
      fs,
      dir,
      message: `${change.title}\n\n${trailers.join('\n')}\n`,
      author: { ...author, ...at(change.openedAt) },
      committer: { ...author, ...at(change.mergedAt) },
    });
  }
  try {
    fs.renameSync(dir, target);
  } catch (error) {
    // Another backend of the demo was faster.
    fs.rmSync(dir, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
}
