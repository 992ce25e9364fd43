@service:pos
@service:wallet
@service:resources
@one-tenant
Feature: Refunds that must not happen
  Nothing comes back twice, nothing comes back that was not bought, and a refund that is refused changes
  nothing.

  Background:
    Given the shop sells:
      | coffee | 35.00 |
      | tea    | 20.00 |
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And she has bought 2 "coffee"

  @severity:blocker
  Scenario: A refund that is sent twice happens once
    Given Anna has brought back 1 "coffee"
    When the same refund is sent again
    Then all refunds are answered alike
    And she has 35 points
    And her ledger adds up to 35 points without a gap

  @severity:critical
  Scenario: A refund that arrives several times at the same moment happens once
    When Anna's refund of 1 "coffee" arrives 8 times at the same moment
    Then all refunds are answered alike
    And she has 35 points

  @severity:blocker
  Scenario: Of many tills where the same goods come back at the same moment one takes them
    When Anna brings back 2 "coffee" at 6 tills at the same moment
    Then it is done once and refused 5 times because more is brought back than was bought
    And she has 0 points

  @severity:critical
  Scenario: More than was bought is not taken back
    When Anna brings back 3 "coffee"
    Then it is refused because more is brought back than was bought
    And she has 70 points

  @severity:critical
  Scenario: What came back already does not come back again
    Given Anna has brought back 1 "coffee"
    When she brings back 2 "coffee"
    Then it is refused because more is brought back than was bought
    And she has 35 points

  Scenario: What was not bought is not taken back, nor what is brought along with it
    When Anna brings back:
      | 1 | coffee |
      | 1 | tea    |
    Then it is refused because more is brought back than was bought
    And she has 70 points

  Scenario: A purchase that never was cannot be brought back
    When Anna brings back 1 "coffee" of a purchase that never was
    Then it is refused because there is no such transaction
    And she has 70 points

  @severity:critical
  Scenario: Nobody brings back what another customer bought
    Given Ben is a member of it
    When Ben brings back 2 "coffee"
    Then it is refused because there is no such transaction
    And Anna has 70 points

  Scenario: Returned goods that are written as sold are refused
    When Anna brings back 1 "coffee" as if they were sold once more
    Then it is refused because the request is malformed
    And she has 70 points

  Scenario: A suspended wallet takes nothing back
    Given Anna's wallet has been suspended
    When she brings back 2 "coffee"
    Then it is refused because the wallet is not active
    And she has 70 points
