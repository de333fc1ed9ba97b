export interface Config {
  platformProduct?: {
    /**
     * Which entities are services: filter predicates, any of which may match.
     * By default Components of the types service and platform. Entities
     * annotated with `platform-product/service: 'true'` always are services,
     * and with `'false'` never.
     * @deepVisibility frontend
     */
    services?: object[];

    updates?: {
      /**
       * Whether the announcements plugin is installed, so that a post can be
       * published there, too. False by default.
       * @visibility frontend
       */
      announcements?: boolean;
    };
  };
}
