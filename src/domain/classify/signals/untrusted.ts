import { byName, byPhrase, firstOf, type SignalRule } from './rule.ts';

const RETURNS =
  /^(?:get|fetch|retrieve|read|list|search|find|scrape|crawl|extract|browse|view|show|query|download|summarize|summarise|analyze|analyse|look|navigate|explore|monitor|describe|state|capture|screenshot|open|research|collect|watch|answer|ask|discover|poll|check|lookup|map|transcribe|wait|snapshot|parse|convert|interact|http-GET|foreign|manage|is|execute|run|obtain|deep)$/;
const NAMED =
  /\b(?:web search|search web|google search|brave (?:web )?search|search google|bing search|web fetch|fetch (?:url|html|markdown|webpage|page|website|txt|text|web content|web|json|web page)|scrape\w*|crawl\w*|web extract|read (?:emails?|messages?|inbox|mail)|(?:get|list|search|read|fetch|find) (?:\w+ ){0,2}(?:emails?|mails?|inbox|tweets?|comments?|replies|reviews?|mentions|timeline|feed|posts?|discussions?|transcripts?|subtitles|captions|webpages?|gists?|skeets?|newsletters|threads?|subreddits?|dms?|unread|hacker news|hn|stories|issue comments|pull request reviews?|pull request comments)|(?:reddit|twitter|youtube|hackernews|stackoverflow|stack overflow|bluesky) (?:search|posts|comments)|visit page|page content|visible (?:text|html)|url (?:content|to markdown)|get (?:page source|html|dom|text content|visible text|visible html|markdown)|deep research|snapshot|accessibility snapshot|search (?:reddit|twitter|youtube|news|stackoverflow|hackernews|x|posts)|tavily \w+|exa \w+|firecrawl \w+|browser (?:snapshot|get text|read|extract|content|take screenshot))\b/;
const SAID =
  /\b(?:web ?pages?|(?:the|a|any|search the|from the) web\b|web search|search(?:es|ing)? the (?:web|internet)|internet search|from (?:the )?internet|google search|bing|duckduckgo|brave search|scrap(?:e|es|ing)|crawl(?:s|ing)?|e-?mails?|inbox|tweets?|reddit|subreddit|hacker news|stack ?overflow|customer reviews?|user reviews?|app reviews?|reviews of|forum|youtube (?:video )?(?:transcript|comments?|subtitles?|captions?)|transcripts? (?:of|from|for) (?:a |the )?(?:youtube|video)|bluesky|mastodon|social media posts?|(?:from|of|on|any|a) (?:a |an |any |the |given |specified |multiple )*websites?|contents? (?:of|from) (?:a |an |any |the |given |specified |multiple )*(?:urls?|pages?|sites?)|fetch(?:es)? (?:a |an |any |the )?urls?|html (?:of|content|from)|comments? (?:on|from|for|of) (?:a |an |the )?(?:video|post|issue|pull request|article|story|discussion)|github (?:issues?|discussions?|gists?|pull requests?)|pull requests? (?:comments?|reviews?)|rss|linkedin posts?|zhihu|weibo|xiaohongshu|douyin|bilibili|wikipedia|wikis?|news (?:articles?|stories|headlines)|articles? (?:from|by|about|on|matching|using)|blog posts?|product reviews?|telegram|whatsapp|discord|http (?:get )?requests?|product ?hunt|search engine|tavily|perplexity|serper|serp|searxng|exa|real-time (?:web )?(?:information|data from the web)|up-to-date information|browse the|linkedin (?:job|profile)s?|job postings?|podcasts?|social media)\b/;
const NOT_STRANGERS =
  /\b(?:email (?:routing|address|template|validation|verification|domain|deliverability|campaign|stats|settings)|verify email|validate email|web ?site (?:traffic|analytics|ranking|settings|id)|websites? (?:you own|in your account)|api documentation|official (?:docs|documentation)|documentation|docs|list of (?:available )?(?:feeds|tools)|by e-?mail|user by email|email of|email and|send email|email domains?|robots\.txt|sitemap|number of|count|web ?site certificates?|dns|whois|status code|user information|screenshot of (?:the|your) screen|web ?hooks?|app ?store|crawl (?:status|jobs|stats)|usage)\b/;
/** Where an organisation's own people write. */
const COLLEAGUES = /\b(?:confluence|notion|jira|linear|asana|trello|clickup|esa|kibela|outline|wiki page in|canvas|moodle|figma|slack|mattermost|datadog|grafana|hostinger|tianji|analytics|wordpress|webflow|strapi|contentful|kontent|backlog|redmine|openproject|monday|airtable|shortcut|basecamp|azure devops|bitbucket)\b/;
const ISSUE_TEXT = /\b(?:github|gitlab|gitee)\b/;
const ISSUES =
  /\b(?:(?:get|list|search|read|view|fetch|find) (?:\w+ )?(?:issues?|pull requests?|prs?|discussions?|comments?|notifications?|merge requests?|gists?|issue comments|pull request comments?|pull request reviews?|pull request files?|releases?)|(?:issue|pull request|discussion) (?:read|view|list|get|comments))\b/;

/** Returns text that strangers may have written. */
export const untrusted: SignalRule = {
  id: 'untrusted',
  find: (facts, category) => {
    const verb = facts.nameActions[0]?.verb.base ?? '';
    const textVerb = facts.textActions[0]?.verb.base ?? '';
    const reads = category === 'Read' || RETURNS.test(verb) || RETURNS.test(textVerb);
    if (!reads || category === 'Destructive' || category === 'Financial') return [];
    if (
      category === 'Execute' &&
      !/\b(?:read|content|extract|scrape|crawl|returns?|agent|browse|search|research)\b/.test(facts.about)
    )
      return [];
    const name = facts.nameWords.join(' ');
    const plain = !COLLEAGUES.test(facts.about) && !NOT_STRANGERS.test(`${name} ${facts.description.purposeLower.slice(0, 110)}`);
    return firstOf(
      () => (ISSUE_TEXT.test(facts.about) ? byName(facts, ISSUES, 'returns what others wrote') : []),
      () => (plain || /scrape|crawl|web search/.test(name) ? byName(facts, NAMED, 'returns what others wrote') : []),
      () =>
        plain
          ? byPhrase(
              {
                ...facts,
                description: {
                  ...facts.description,
                  purpose: facts.description.purpose.slice(0, 320),
                  purposeLower: facts.description.purposeLower.slice(0, 320),
                },
              },
              SAID,
              'returns text that strangers may have written',
            )
          : [],
    );
  },
};
