@service:dashboard
@service:wallet
@service:resources
@one-tenant
@new-campaign
Feature: A new campaign, step by step
  Marketing says in the dashboard what a campaign is to be. Nothing is made before the last step, and
  nothing runs before a supervisor has approved it.

  @severity:critical
  @smoke
  Scenario: A campaign made in the dashboard has the terms that were asked for
    When marketing makes a campaign "Spring" with
      | gives                      | 10 % off |
      | is for                     | everyone |
      | for a purchase of at least | 60.00    |
      | uses of a coupon           | 2        |
      | coupons last               | 14 days  |
      | coupons in all             | 1000     |
      | coupons for each customer  | 1        |
    Then the dashboard says "Campaign sent for approval"
    And the dashboard shows "Offer" as "10% off"
    And the dashboard shows "Coupons in all" as "1,000"
    And the campaign "Spring" is pending
    And the campaign "Spring" has
      | gives                      | 10 % off |
      | is for                     | everyone |
      | for a purchase of at least | 60.00    |
      | uses of a coupon           | 2        |
      | coupons last               | 14 days  |
      | coupons in all             | 1000     |
      | coupons for each customer  | 1        |

  @severity:critical
  Scenario: Going back keeps what was answered, and before the last step is done there is no campaign
    Given marketing has come to the "rules and limits" of a new campaign "Spring" with
      | gives                      | 10 % off |
      | for a purchase of at least | 60.00    |
    When somebody goes back to the "offer"
    Then the step still says
      | gives                      | 10 % off |
      | for a purchase of at least | 60.00    |
    And marketing finds no campaign "Spring"

  @tenants:maple
  Scenario: A mistake is told at its field and holds up the step, and once it is mended a draft may be kept
    When marketing makes these mistakes on the way to the end of a new campaign "Spring"
      | step   | term     | value            | at                    | told                                           |
      | basics | name     |                  | Name                  | Enter a name                                   |
      | offer  | gives    | 101 % off        | How much              | from 1 to 100                                  |
      | window | last day | yesterday        | Last day (optional)   | Enter a day                                    |
      | window | starts   | 2027-03-28 01:30 | Start time (optional) | The clocks of Europe/London change on that day |
    Then it can be saved as a draft of "Spring"
    And the campaign "Spring" is draft
