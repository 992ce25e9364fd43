@service:wallet
@service:resources
@one-tenant
Feature: Large balances
  Points are whole numbers up to 2,147,483,647. What would go past that is refused and changes nothing.

  Background:
    Given a points scheme with these terms
      | below nothing | allowed |
    And Anna is a member of it

  @severity:critical
  Scenario: A balance can be as large as its limit
    Given Anna has been credited 2147483646 points
    When Anna is credited 1 point
    Then Anna has 2147483647 points
    And Anna's ledger adds up to 2147483647 points without a gap

  Scenario Outline: A balance that is full takes no <movement>
    Given Anna has been credited 2147483647 points
    When a <movement> of 1 point is made for Anna because "of a test"
    Then it is refused because the balance would pass its limit
    And Anna has 2147483647 points

    Examples:
      | movement |
      | credit   |
      | earning  |
      | goodwill |

  Scenario: The largest purchase earns without losing a point
    When Anna earns points for 21474836.47
    Then Anna has 21474836 points

  Scenario: A balance stops at its limit below nothing
    Given Anna has been debited 2147483647 points
    When Anna is debited 1 point
    Then it is refused because the balance would pass its limit
    And Anna has a balance of -2147483647

  Scenario: Everything of a full balance can be taken away
    Given Anna has been credited 2147483647 points
    When Anna is debited 2147483647 points
    Then Anna has 0 points

  @severity:critical
  Scenario: Of many credits that would pass the limit together only those that fit are accepted
    Given Anna has been credited 2147483600 points
    When Anna is credited 20 points 8 times at the same moment
    Then 2 are accepted and 6 are refused because the balance would pass its limit
    And Anna has 2147483640 points
