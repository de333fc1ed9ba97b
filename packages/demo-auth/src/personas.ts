/** Who one can sign in as, and which User of the catalog that is. */
export const personas: Readonly<
  Record<string, { readonly userRef: string; readonly displayName: string }>
> = {
  consumer: {
    userRef: 'user:default/carl-nystrom',
    displayName: 'Carl Nyström',
  },
  'platform-engineer': {
    userRef: 'user:default/priya-raman',
    displayName: 'Priya Raman',
  },
  'product-manager': {
    userRef: 'user:default/maya-lund',
    displayName: 'Maya Lund',
  },
  'head-of-platform': {
    userRef: 'user:default/ingrid-solberg',
    displayName: 'Ingrid Solberg',
  },
  reviewer: {
    userRef: 'user:default/noor-haddad',
    displayName: 'Noor Haddad',
  },
  admin: { userRef: 'user:default/ada-kovac', displayName: 'Ada Kovač' },
};
