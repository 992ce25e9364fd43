@service:resources
@one-tenant
Feature: Lists of campaigns
  Whoever manages many campaigns reads them page by page, in the order and of the kind that was asked
  for.

  # Campaigns of other scenarios that are taken away meanwhile would move the pages.
  @severity:critical
  @lock:tenant
  Scenario: Pages of campaigns neither repeat nor lose one while others are made
    Given 6 campaigns
    When the campaigns are read in pages of 2 while others are made
    Then each of the 6 campaigns is read once

  @lock:tenant
  Scenario: Campaigns that are alike keep their places from page to page
    Given 7 campaigns of one name
    When the campaigns are read by name in pages of 2
    Then each of the 7 campaigns is read once

  Scenario: Campaigns are listed in the order that was asked for
    Given 4 campaigns
    When the campaigns are listed newest first
    Then the 4 campaigns are listed newest first

  Scenario: Campaigns are listed in every order there is
    Given these campaigns
      | campaign | starts    | ends       |
      | Maize    | in 3 days | in 30 days |
      | Apple    | in 2 days | in 50 days |
      | Zucchini | in 1 day  | in 40 days |
    Then the campaigns are listed as asked
      | order                | listed                 |
      | oldest first         | Maize, Apple, Zucchini |
      | newest first         | Zucchini, Apple, Maize |
      | by name              | Apple, Maize, Zucchini |
      | by name, backwards   | Zucchini, Maize, Apple |
      | by start             | Zucchini, Apple, Maize |
      | by end, latest first | Apple, Zucchini, Maize |

  @severity:critical
  @contract
  Scenario: Campaigns are filtered as clients spell it
    Given these campaigns
      | campaign | status   | is for                |
      | Draft    | draft    | everyone              |
      | Waiting  | pending  | holders of its coupon |
      | Paused   | inactive | everyone              |
      | Turned   | rejected | holders of its coupon |
    Then the campaigns are filtered as asked
      | filter                                   | listed        | statuses        |
      | status=DRAFT                             | Draft         | draft           |
      | status[]=DRAFT                           | Draft         | draft           |
      | status%5B%5D=DRAFT                       | Draft         | draft           |
      | status=DRAFT&status=INACTIVE             | Draft, Paused | draft, inactive |
      | status[]=DRAFT&status[]=INACTIVE         | Draft, Paused | draft, inactive |
      | status%5B%5D=DRAFT&status%5B%5D=INACTIVE | Draft, Paused | draft, inactive |
      | status=REJECTED&mode=RESTRICTED          | Turned        | rejected        |
      | status=REJECTED&mode=OPEN                |               | rejected        |
      | mode=OPEN&status=PENDING&status=INACTIVE | Paused        | inactive        |

  Scenario: A campaign is found among the others by its reference
    Given a campaign "Known" with a reference
    And a campaign "Other"
    When the campaigns are filtered by "reference={reference}"
    Then the list holds "Known"

  @contract
  Scenario: A page says how it was made
    Given 3 campaigns
    When a page of campaigns is asked for by "limit=2&offset=1&orderBy=name,DESC"
    Then the page says of itself
      | limit  | 2         |
      | offset | 1         |
      | order  | name,DESC |
    And the page holds 2 campaigns

  @contract
  Scenario: A page holds a hundred campaigns unless something else is asked for
    When a page of campaigns is asked for by ""
    Then the page says of itself
      | limit  | 100             |
      | offset | 0               |
      | order  | dateCreated,ASC |

  @contract
  Scenario: Behind the last page there is an empty one
    Given a campaign "Known"
    When a page of campaigns is asked for by "offset=999999"
    Then the page holds 0 campaigns

  @severity:critical
  @contract
  Scenario: A page that is asked for by what means nothing is refused
    When a page of campaigns is asked for by each of these
      | limit=0                                       |
      | limit=-1                                      |
      | limit=501                                     |
      | limit=1.5                                     |
      | limit=ten                                     |
      | limit=                                        |
      | offset=-1                                     |
      | offset=two                                    |
      | orderBy=price                                 |
      | orderBy=name,UP                               |
      | orderBy=name;DESC                             |
      | status=RUNNING                                |
      | status=                                       |
      | status=ACTIVE&status=RUNNING                  |
      | status=%5B%27ACTIVE%27%2C%20%27INACTIVE%27%5D |
      | mode=BOTH                                     |
    Then each of them is refused because the request is malformed
