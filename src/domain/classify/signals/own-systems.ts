/** Systems in which people and organisations keep what is their own. Vocabulary only: what such a tool does is read elsewhere. */
const OWN_SYSTEMS = `
gmail, outlook, imap, notion, slack, jira, confluence, atlassian, bitbucket, asana, trello, clickup, linear,
todoist, ticktick, dida, hubspot, salesforce, pipedrive, zendesk, intercom, freshdesk, freshservice, stripe,
paypal, square, lemon squeezy, lemonsqueezy, chargebee, mercury, shopify, woocommerce, xero, quickbooks,
freeagent, moneybird, snowflake, postgres, postgresql, mysql, mariadb, mongodb, mongo, redis, bigquery,
sqlite, mssql, sql server, supabase, neon, clickhouse, duckdb, databricks, trino, superset, metabase, grafana,
datadog, sentry, new relic, splunk, kubernetes, k8s, kubectl, docker, portainer, coolify, dokploy, proxmox,
unraid, truenas, aws, azure, gcp, google cloud, alibaba cloud, aliyun, cloudflare, vercel, netlify, railway,
heroku, digitalocean, terraform cloud, buildkite, circleci, jenkins, jfrog, airtable, baserow, nocodb, monday,
evernote, obsidian, raindrop, google calendar, google drive, google docs, google sheets, google tasks, google
workspace, google analytics, google ads, google search console, apple notes, apple mail, apple reminders,
apple calendar, apple health, onedrive, dropbox, box, sharepoint, microsoft teams, microsoft 365, microsoft
todo, telegram, whatsapp, imessage, home assistant, strava, garmin, fitbit, oura, whoop, withings, plex,
jellyfin, sonarr, radarr, spotify, zotero, readwise, figma, miro, workday, bamboohr, greenhouse, odoo,
erpnext, netsuite, sap, elasticsearch, opensearch, meilisearch, typesense, weaviate, qdrant, pinecone, chroma,
milvus, couchbase, dynamodb, cosmos, firebase, firestore, appwrite, tailscale, okta, auth0, keycloak, active
directory, mailchimp, sendgrid, klaviyo, twilio, vapi, retell ai, retellai, ynab, plaid, toggl, harvest,
clockify, zoom, fireflies, granola, otter, launchdarkly, flipt, configcat, posthog, amplitude, mixpanel,
pagerduty, opsgenie, servicenow, moodle, kanka, wordpress, contentful, kontent, sanity, strapi, webflow, wix,
neo4j, singlestore, kafka, rabbitmq, consul, vault, 1password, bitwarden, keepass, logseq, joplin, simplenote,
fhir, ehr, crm, erp, prometheus, loki, argocd, argo, helm, rancher, nomad, openshift, snyk, sonarqube, mantis,
redmine, openproject, youtrack, shortcut, basecamp, wrike, smartsheet, coda, lark, feishu, dingtalk, yuque,
kintone, backlog, mattermost, front, gorgias, teamretro, couchdb, cassandra, doris, questdb, influxdb,
timescale, unifi, pfsense, fortinet, palo alto, pihole, zscaler, canvas lms, canvas course, typeform, tally
forms, calendly, cal com, surveymonkey, outline, raygun, bugsnag, honeycomb, dynatrace, rollbar, render, fly
io, gitea, velt, cycloid, fathom, goatcounter, plausible, umami, matomo, attio, ramp, brex, kibela, esa,
trigger dev, doit, hostinger, godaddy, namecheap, frontapp, gologin, adspower, zebrunner, testrail,
browserstack, octomind, cribl, webex, gong, apollo, lemlist, brevo, convertkit, kit, ghost, dub, bitly,
beehiiv, typefully, buffer, hootsuite, toast, clover, gusto, rippling, deel, personio, keka, darwinbox,
docusign, pandadoc, arize, phoenix, langfuse, langsmith, wandb, mlflow, comet, ableton, figjam, airflow,
dagster, prefect, dbt, fivetran, hex, looker, tableau, power bi, qlik, retool, n8n, make com, zapier,
pipedream, lokalise, crowdin, phrase, transifex, bitrise, codemagic, appcenter, app store connect, google play
console, testflight, expo, sumup, adyen, wise, mollie, razorpay, paystack, dodo payments, dodopayments,
meraki, mikrotik, omada, synology, qnap, esxi, hyper v, veeam, crowdstrike, sentinelone, defender, intune,
jamf, kandji, wiz, orca, tenable, qualys, nessus, rapid7, chronicle, elastic security, thehive, misp, yazio,
myfitnesspal, cronometer, lunchmoney, monarch, copilot money, actual budget, firefly, splitwise, tripit,
audible, kindle, goodreads, letterboxd, trakt, lastfm, steam library, discord, zulip, rocketchat, superhuman,
fastmail, proton, hey, anytype, craft, roam, capacities, mem, reflect, tana, memos, linkding, hoarder,
karakeep, instapaper, wallabag, miniflux, feedly, linkly, paperless, immich, nextcloud, spanner, cloud sql,
rds, s3, alpaca, ibkr, robinhood, zerodha, starling, monzo, revolut
`;

/** The names as a pattern for a text in lower case. */
export const OWN_SYSTEM = new RegExp(
  `\\b(?:${OWN_SYSTEMS.split(',')
    .map((name) => name.trim().replace(/\s+/g, '\\s'))
    .join('|')})\\b(?!-)`,
);

/** True for a text in lower case that names such a system. */
export function namesOwnSystem(text: string): boolean {
  return OWN_SYSTEM.test(text);
}
