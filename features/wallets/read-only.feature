@service:wallet
@service:resources
@severity:critical
@one-tenant
Feature: Wallets that can only be read
  What is terminated or merged stays readable and never changes again, in whatever way it is tried.

  Scenario: A terminated wallet can still be read
    Given Anna is a customer with 500 points
    And Anna's wallet has been terminated
    When somebody shows Anna's card
    Then Anna's wallet is found
    And Anna has 500 points

  @severity:blocker
  Scenario: A terminated wallet is changed by nothing
    Given Anna is a customer with everything
    And Anna's wallet has been terminated
    When everything is tried that would change Anna's wallet
    Then each of it is refused because the wallet is terminated
    And everything of Anna's is as it was

  Scenario: A merged wallet is changed by nothing
    Given Anna is a customer with everything
    And Ben is a customer
    And Anna's wallet has been merged into Ben's
    When everything is tried that would change Anna's wallet
    Then each of it is refused because the wallet is terminated
    And everything of Anna's is as it was

  Scenario: A deleted wallet is changed by nothing
    Given Anna is a customer with everything
    And Anna's wallet has been deleted
    When everything is tried that would change Anna's wallet
    Then each of it is refused because there is no such wallet

  @contract
  Scenario: There is no other way to change a wallet than those that are tried
    When the contract of the platform is asked for
    Then it names no way to change a wallet but those that are tried on terminated ones
