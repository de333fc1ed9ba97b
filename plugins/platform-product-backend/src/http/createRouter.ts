import { AuthService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createOpenApiDocument } from '@platform-product/backstage-plugin-common';
import express from 'express';
import Router from 'express-promise-router';
import { Operations } from '../operations/Operations';
import { serveOperations } from './serveOperations';

/** A router that answers all operations, and describes them. */
export function createRouter(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  operations: Operations;
}): express.Router {
  const { auth, httpAuth, operations } = options;
  const router = Router();
  router.use(express.json());
  const openApiDocument = createOpenApiDocument();
  router.get('/openapi.json', (_, res) => {
    res.json(openApiDocument);
  });
  serveOperations({ router, auth, httpAuth, operations: operations.list() });
  return router;
}
