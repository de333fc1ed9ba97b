import { useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/core-plugin-api';
import Avatar from '@material-ui/core/Avatar';
import Card from '@material-ui/core/Card';
import CardActionArea from '@material-ui/core/CardActionArea';
import Container from '@material-ui/core/Container';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { personas } from './personas';

const storageKey = 'demo-persona';

const useStyles = makeStyles(theme => ({
  page: { paddingTop: theme.spacing(8), paddingBottom: theme.spacing(4) },
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: theme.spacing(2),
    listStyle: 'none',
    margin: theme.spacing(4, 0),
    padding: 0,
  },
  person: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'flex-start',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    minHeight: 120,
  },
  face: { width: 56, height: 56 },
}));

/** Signs in as one of the demo's personas, remembered for the browser tab. */
export function DemoSignInPage({ onSignInSuccess }: SignInPageProps) {
  const classes = useStyles();
  const [persona, setPersona] = useState(
    () => window.sessionStorage.getItem(storageKey) ?? undefined,
  );
  if (persona) {
    return (
      <ProxiedSignInPage
        provider="demo"
        headers={{ 'x-demo-user': persona }}
        onSignInSuccess={identity => {
          const signOut = identity.signOut.bind(identity);
          identity.signOut = async () => {
            window.sessionStorage.removeItem(storageKey);
            await signOut();
          };
          onSignInSuccess(identity);
        }}
      />
    );
  }
  return (
    <Container component="main" maxWidth="md" className={classes.page}>
      <Typography variant="h3" component="h1" gutterBottom>
        Who are you today?
      </Typography>
      <Typography variant="body1">
        Northwind Commerce is a made-up company. Sign in as one of its people to
        see its platforms through their eyes.
      </Typography>
      <ul className={classes.people}>
        {personas.map(({ id, name, face, role, about }) => (
          <li key={id}>
            <Card>
              <CardActionArea
                className={classes.person}
                onClick={() => {
                  window.sessionStorage.setItem(storageKey, id);
                  setPersona(id);
                }}
              >
                <Avatar
                  className={classes.face}
                  src={`http://localhost:7008/faces/${face}.svg`}
                  alt=""
                />
                <span>
                  <Typography
                    variant="subtitle1"
                    component="span"
                    display="block"
                  >
                    {name}
                  </Typography>
                  <Typography
                    variant="overline"
                    component="span"
                    display="block"
                    color="textSecondary"
                  >
                    {role}
                  </Typography>
                  <Typography variant="body2" component="span" display="block">
                    {about}
                  </Typography>
                </span>
              </CardActionArea>
            </Card>
          </li>
        ))}
      </ul>
    </Container>
  );
}
