@service:loans
Feature: Lending books

  Scenario: A book on the shelf can be lent
    When a reader asks for "Middlemarch"
    Then the reader gets it

  Scenario: A lent book cannot be lent again
    Given "Emma" is lent
    When a reader asks for "Emma"
    Then the reader is told that it is out
