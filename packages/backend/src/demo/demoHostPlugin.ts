import { readFile } from 'fs/promises';
import { createServer } from 'http';
import { resolve } from 'path';
import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import express from 'express';
import { drawFace } from './drawFace';

/**
 * Serves the files of the company's repositories and its people's faces on
 * loopback, as a forge would, so that they are read through the URL reader.
 */
export const demoHostPlugin = createBackendPlugin({
  pluginId: 'demo-host',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, lifecycle, logger }) {
        const port = config.getNumber('demo.host.port');
        const app = express();
        app.disable('x-powered-by');
        app.get('/faces/:name.svg', (req, res) => {
          res.type('image/svg+xml').send(drawFace(req.params.name));
        });
        // Here, the project's own repository is this host.
        const project = resolve(resolvePackagePath('backend'), '../..');
        app.get(
          '/repositories/platform-product/catalog-info.yaml',
          async (_, res) => {
            const text = await readFile(
              resolve(project, 'catalog-info.yaml'),
              'utf8',
            );
            const location = `url:http://localhost:${port}/repositories/platform-product/`;
            res
              .type('text/yaml')
              .send(
                text.replace(
                  /^ {2}annotations:$/m,
                  `$&\n    backstage.io/source-location: ${location}`,
                ),
              );
          },
        );
        // The project's own files stand beside those of the company.
        app.use(
          '/repositories/platform-product',
          (req, res, next) =>
            /^\/(CODEOWNERS|[A-Z]+\.md|docs\/[\w/.-]+)$/.test(req.path) &&
            !req.path.includes('..')
              ? next()
              : res.sendStatus(404),
          express.static(project),
        );
        app.use(
          '/repositories',
          express.static(
            resolve(resolvePackagePath('backend'), 'demo/repositories'),
          ),
        );

        const server = createServer(app);
        await new Promise<void>((done, fail) => {
          server.once('error', (error: NodeJS.ErrnoException) => {
            if (error.code !== 'EADDRINUSE') fail(error);
            // Another backend of the demo serves the same files.
            logger.warn('The port of the demo host is taken already', { port });
            done();
          });
          server.listen(port, '127.0.0.1', done);
        });
        lifecycle.addShutdownHook(() => {
          server.close();
          server.closeAllConnections();
        });
      },
    });
  },
});
