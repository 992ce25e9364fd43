@service:pos
@service:wallet
@service:resources
@one-tenant
Feature: What changes between opening and settling
  A purchase is settled as it was priced, all of it or nothing. What was promised and is there no more,
  or was changed by somebody, is refused, and nothing of the purchase has happened then.

  Background:
    Given the shop sells "coffee" for 35.00
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And these offers:
      | offer       | gives      | on     | to   |
      | Bonus       | 100 points | coffee | Anna |
      | For friends | 5.00       | coffee | Anna |
    And her basket of 2 "coffee" has been opened

  @severity:blocker
  Scenario: What fails half-way leaves nothing behind
    Given the coupon has been cancelled
    When it is settled
    Then it is refused because the coupon is cancelled
    And her coupon of "Bonus" is active
    And she has 0 points
    And there is no purchase of it
    And she has 0 purchases

  @severity:critical
  Scenario: After a refusal the same visit can be opened and settled anew
    Given the coupon has been cancelled
    And the same has been opened again
    When it is settled
    Then she has 170 points
    And she has 1 purchase

  Scenario: A coupon that was used elsewhere meanwhile is not used again
    Given Anna has redeemed the coupon
    When it is settled
    Then it is refused because the coupon has been used
    And her ledger of the coupon shows it redeemed once
    And there is no purchase of it

  Scenario: A campaign that was stopped meanwhile takes nothing off any more
    Given the campaign "For friends" has been set to inactive
    When it is settled
    Then it is refused because the campaign is not running
    And her coupon is active
    And there is no purchase of it

  Scenario: A wallet that was suspended meanwhile buys nothing
    Given Anna's wallet has been suspended
    When it is settled
    Then it is refused because the wallet is not active
    And she has 0 points
    And there is no purchase of it

  Scenario: A card that was lost meanwhile is not accepted
    Given Anna's card has been lost
    When it is settled
    Then it is refused because the identity is not active
    And she has 0 points
    And there is no purchase of it

  @severity:blocker
  Scenario Outline: A basket that was given <change> after it was priced is refused
    When it is settled as if it had <change>
    Then it is refused because the basket was changed
    And her coupon is active
    And she has 0 points
    And there is no purchase of it

    Examples:
      | change            |
      | a higher discount |
      | a lower price     |
      | one thing more    |
      | more points       |
      | nothing in it     |

  @severity:critical
  Scenario: A basket that was priced for one customer is not settled for another
    Given Ben is a customer
    When it is settled with Ben's card instead
    Then it is refused because the basket was changed
    And he has 0 purchases

  @needs:clock
  @lock:tenant
  @severity:critical
  Scenario: A coupon that ran out between opening and settling is not used
    Given a campaign "Today" that takes 5.00 off "coffee" and whose coupons last 1 day
    And Anna has a coupon of "Today"
    And her basket of 2 "coffee" has been opened
    And 2 days have gone by
    When it is settled
    Then it is refused because the coupon has expired
    And she has 0 points
    And there is no purchase of it
