@service:wallet
@service:resources
Feature: Spending points
  A scheme says from how many points on, in which steps and up to how many points can be spent at once.
  Nobody spends what is not there.

  Background:
    Given a points scheme with these terms
      | least to spend    | 200 points |
      | spent in steps of | 50         |
      | most to spend     | 500 points |
    And Anna is a member of it
    And Anna has been credited 1000 points

  @one-tenant
  @severity:critical
  Scenario Outline: <spent> can be spent
    When Anna spends <spent>
    Then Anna has <left>
    And Anna's ledger adds up to <left> without a gap

    Examples:
      | spent      | left       |
      | 200 points | 800 points |
      | 250 points | 750 points |
      | 500 points | 500 points |

  @one-tenant
  @severity:critical
  Scenario: Less than the least, between two steps and more than the most cannot be spent
    When Anna spends each of these
      | 50 points  | less than the least |
      | 150 points | less than the least |
      | 199 points | less than the least |
      | 201 points | between two steps   |
      | 275 points | between two steps   |
      | 501 points | more than the most  |
      | 550 points | more than the most  |
    Then each of them is refused because the scheme does not allow that amount
    And Anna has 1000 points

  @one-tenant
  @severity:critical
  Scenario: More points than there are cannot be spent
    Given Anna has spent 500 points
    And Anna has spent 200 points
    When Anna spends 350 points
    Then it is refused because the balance is too low
    And Anna has 300 points

  @one-tenant
  Scenario: The last points can be spent
    Given Anna has spent 500 points
    When Anna spends 500 points
    Then Anna has 0 points

  @one-tenant
  Scenario: What is spent has the worth the scheme gives it
    Given a points scheme with these terms
      | points are worth | 0.50 for 100 |
    And Ben is a member of it
    And Ben has been credited 1000 points
    When Ben spends 300 points
    Then Ben's points stand at
      | ever spent              | 300  |
      | worth of what was spent | 1.50 |

  @one-tenant
  Scenario: A wallet that may only earn does not spend
    Given Anna's wallet has been set to earn only
    When Anna spends 200 points
    Then it is refused because the wallet may only earn
    And Anna has 1000 points

  @one-tenant
  Scenario: A wallet that may only earn still earns
    Given Anna's wallet has been set to earn only
    When Anna earns points for 45.00
    Then Anna has 1045 points

  @one-tenant
  Scenario: A membership that may only earn does not spend
    Given Ben is a member of it who may only earn
    And Ben has been credited 1000 points
    When Ben spends 200 points
    Then it is refused because the wallet may only earn
    And Ben has 1000 points

  @one-tenant
  @severity:blocker
  Scenario: Of many who spend the last points at the same moment one wins
    Given Anna has spent 500 points
    When Anna spends 500 points 8 times at the same moment
    Then 1 is accepted and 7 are refused because the balance is too low
    And Anna's ledger adds up to 0 points without a gap
