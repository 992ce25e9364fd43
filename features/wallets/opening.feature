@service:wallet
Feature: Opening a wallet
  A wallet holds what one customer has: cards and addresses to be found by, coupons and points.

  @severity:blocker
  @smoke
  Scenario: A new wallet is active and holds nothing
    When Anna becomes a customer
    Then Anna's wallet is active
    And Anna has no accounts

  Scenario: A wallet says nothing of what it was not told
    When Anna becomes a customer
    Then Anna's wallet has no name and nothing noted about it

  Scenario: A wallet keeps the name and the notes it was given
    Given Anna is a customer
    When Anna's wallet is named "Family Smith" and noted "channel" as "app"
    Then Anna's wallet is named "Family Smith"
    And Anna's wallet has "channel" noted as "app"

  Scenario: The type of a wallet cannot be changed
    Given Anna is a customer
    When Anna's wallet is changed into a household's
    Then it is refused because the request is malformed

  Scenario: A wallet in a state nobody knows is refused
    Given Anna is a customer
    When the state of Anna's wallet is set to "SLEEPING"
    Then it is refused because the request is malformed

  @service:resources
  @severity:critical
  Scenario: One call makes a customer with a wallet, points and coupons
    Given a campaign "Welcome"
    And a points scheme
    When Anna joins with points and a coupon of "Welcome"
    Then Anna has 0 points
    And Anna has 1 coupon of "Welcome"

  @service:resources
  Scenario: A customer who joins twice keeps the one wallet
    Given a campaign "Welcome"
    And Anna is a customer
    When Anna joins once more with a coupon of "Welcome"
    Then it is Anna's wallet that was used
    And Anna has 1 coupon of "Welcome"

  @service:resources
  Scenario: What cannot be had does not keep the rest away
    Given a campaign "Welcome"
    When Anna joins with a coupon of "Welcome" and one of a campaign that never was
    Then Anna has 1 coupon of "Welcome"
    And the other coupon is reported as failed because there is no such campaign
