/** A place in a repository, as a forge's links name it. */
export interface ForgePlace {
  /** Page of the repository, without a slash at its end. */
  readonly page: string;
  /** Branch, tag or commit; undefined is the default branch. */
  readonly ref?: string;
  /** What the ref is, for forges whose links tell. */
  readonly refType?: string;
  /** Names from the root; undefined for pages that show no file or directory. */
  readonly path?: readonly string[];
  /** The link says, or its form, that a file is at the path. */
  readonly isFile: boolean;
}

/** A place with a path: a file, or the root of a branch. */
export type ForgeFile = ForgePlace & { readonly path: readonly string[] };

/** What the links of a forge are like, as Backstage's URL readers take them. */
export interface Forge {
  /**
   * Takes a link apart; `base` is the path below which the forge is, without a slash
   * at its end. Undefined where it leads into no repository.
   */
  parse(url: URL, base: string): ForgePlace | undefined;
  /** The link of a file by which Backstage's URL reader reads it. */
  readUrl(file: ForgeFile): string;
  /** The page of a file for people, where it is another link. */
  pageUrl?(file: ForgeFile): string;
  /** The bare content of a file, for images. */
  rawUrl?(file: ForgeFile): string;
  /** A page on which a file can be started. */
  newFileUrl?(file: ForgeFile): string;
  /** Page of the repository in which the owner keeps files that hold for all. */
  ownersPage?(page: string): string;
  /** A link shows the ref before the path, with nothing in between. */
  readonly hasRefInPath?: true;
}
