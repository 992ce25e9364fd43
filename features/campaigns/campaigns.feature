@service:resources
Feature: Campaigns
  A campaign says what is offered, to whom, from when to when, and how often.

  @severity:critical
  @smoke
  Scenario: A new campaign runs at once and for as long as nobody ends it
    When a campaign "Always" is made
    Then the campaign "Always" is active
    And the campaign "Always" ends in the year 9999

  @one-tenant
  @severity:critical
  Scenario: A campaign has the terms it was made with
    When a campaign "Spring" is made with
      | gives                      | 10 % off  |
      | is for                     | everyone  |
      | for a purchase of at least | 100000.00 |
      | uses of a coupon           | 2         |
      | coupons last               | 14 days   |
      | coupons in all             | 1000      |
      | coupons for each customer  | 1         |
    Then the campaign "Spring" has
      | gives                      | 10 % off  |
      | is for                     | everyone  |
      | for a purchase of at least | 100000.00 |
      | uses of a coupon           | 2         |
      | coupons last               | 14 days   |
      | coupons in all             | 1000      |
      | coupons for each customer  | 1         |

  @one-tenant
  Scenario: A campaign is found by its reference
    Given a campaign "Known" with a reference
    When the campaign is looked up by that reference
    Then "Known" is found

  @one-tenant
  Scenario: A reference that no campaign has leads to none
    When the campaign is looked up by that reference
    Then it is refused because there is no such campaign

  @one-tenant
  Scenario: Two campaigns cannot have one reference
    Given a campaign "Known" with a reference
    When a campaign "Second" is made with the same reference
    Then it is refused because the reference is taken

  @one-tenant
  Scenario: A reference is free again when its campaign is gone
    Given a campaign "First" with a reference
    And the campaign "First" has been set to deleted
    When a campaign "Second" is made with the same reference
    Then the campaign "Second" is active

  @one-tenant
  @severity:critical
  Scenario: A campaign that is deleted is gone
    Given a campaign "Short"
    When the campaign "Short" is taken away
    Then the campaign "Short" cannot be found any more

  @one-tenant
  Scenario: A campaign that never was cannot be read
    When a campaign that never was is asked for
    Then it is refused because there is no such campaign

  @one-tenant
  Scenario: A campaign that never was cannot be taken away
    When a campaign that never was is taken away
    Then it is refused because there is no such campaign

  @one-tenant
  Scenario: No campaign is made that makes no sense
    When campaigns are made with each of these
      | name                      |                  |
      | gives                     | 0 % off          |
      | gives                     | 101 % off        |
      | gives                     | 0.00 off         |
      | gives                     | 0 points         |
      | status                    | rejected         |
      | status                    | running          |
      | uses of a coupon          | 0                |
      | coupons last              | -1 days          |
      | coupons in all            | 0                |
      | coupons for each customer | 0                |
      | starts                    | 2027-06-01 09:00 |
      | ends                      | 2 days ago       |
    Then each of them is refused because the request is malformed

  @one-tenant
  Scenario: No campaign is made for a unit that nobody knows
    When a campaign "Wrong" is made with
      | redeemed at the unit | 999999999 |
    Then it is refused because the unit is unknown
