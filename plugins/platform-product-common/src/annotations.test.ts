import { annotations } from './annotations';

describe('annotations', () => {
  it('have the names that catalogs use', () => {
    expect(annotations).toEqual({
      level: 'platform-product/level',
      productManager: 'platform-product/product-manager',
      vision: 'platform-product/vision',
      roadmap: 'platform-product/roadmap',
      sla: 'platform-product/sla',
      support: 'platform-product/support',
      contributing: 'platform-product/contributing',
      codeowners: 'platform-product/codeowners',
      reviewers: 'platform-product/reviewers',
      reviewTarget: 'platform-product/review-target',
      ktloTarget: 'platform-product/ktlo-target',
      service: 'platform-product/service',
      techdocs: 'backstage.io/techdocs-ref',
    });
  });
});
