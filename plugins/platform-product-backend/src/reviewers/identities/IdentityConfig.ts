/** How people and groups of the catalog are found behind logins. */
export interface IdentityConfig {
  /**
   * By the host of a forge: the annotations in which Users keep their login and
   * Groups their team's path, such as `org/team`.
   */
  readonly hosts: ReadonlyMap<
    string,
    {
      readonly user: string;
      readonly group: string;
      /** Where the forge is, if not at its host; without a slash at its end. */
      readonly baseUrl?: string;
    }
  >;
  /** User refs by person key, for those whom no annotation names. */
  readonly mapping: ReadonlyMap<string, string>;
}
