@service:wallet
Feature: What has changed is told
  A tenant's systems follow what happens by reading events. Nothing that was done is left out, nothing
  is told that was not done, and what is told again can be known by its number.

  @one-tenant
  @severity:critical
  Scenario: Every change is told, in the order in which it was made
    Given Anna is a customer
    And Anna's wallet has been renamed
    When Anna's wallet is to be suspended
    Then the events about Anna are:
      | WALLET.CREATE  |
      | WALLET.UPDATE  |
      | WALLET.SUSPEND |

  @severity:critical
  Scenario: Events carry the unit of the tenant they belong to
    Given Anna is a customer
    When Anna's wallet is to be renamed
    Then each event about Anna names the tenant's unit

  @one-tenant
  Scenario: What is refused is not told
    Given Anna is a customer
    When Anna's wallet is to be activated
    Then it is refused because its status does not allow it
    And the events about Anna are:
      | WALLET.CREATE |

  @one-tenant
  @severity:critical
  Scenario: An event that is told again has the same number
    Given Anna is a customer
    And Anna's wallet has been renamed
    When the events about Anna are read twice
    Then both readings tell the same events under the same numbers

  @one-tenant
  Scenario: Who goes on from where they stopped misses nothing
    Given Anna is a customer
    And Anna's wallet has been renamed
    And Anna's wallet has been suspended
    When the events about Anna are read 2 at a time
    Then both readings tell the same events under the same numbers
