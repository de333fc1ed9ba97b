export interface Config {
  platformProduct?: {
    reviewers?: {
      git?: {
        /** Repositories whose review history is read from their commits. */
        repositories?: Array<{
          /** The repository, as the source locations of the catalog name it. */
          url: string;
          /**
           * A clone or mirror that is kept up to date. Relative paths start at
           * the working directory of the backend.
           */
          directory: string;
          /** The branch to read. By default, what HEAD points to. */
          branch?: string;
        }>;
      };
    };
  };
}
