import { Forge } from './Forge';
import { awsCodeCommit } from './forges/awsCodeCommit';
import { azure } from './forges/azure';
import { bitbucketCloud } from './forges/bitbucketCloud';
import { bitbucketServer } from './forges/bitbucketServer';
import { gerrit } from './forges/gerrit';
import { gitea } from './forges/gitea';
import { github } from './forges/github';
import { gitlab } from './forges/gitlab';
import { harness } from './forges/harness';

/**
 * What each forge is like, by the type of its Backstage integration. Stores of files,
 * such as S3, are none.
 */
export const forges: Readonly<Record<string, Forge>> = {
  github,
  gitlab,
  bitbucketCloud,
  bitbucketServer,
  azure,
  gitea,
  gerrit,
  awsCodeCommit,
  harness,
};
