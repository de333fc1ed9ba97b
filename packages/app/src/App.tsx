import { createApp } from '@backstage/frontend-defaults';
import { demoSignInModule } from './demo';

export default createApp({ features: [demoSignInModule] });
